/* SPDX-License-Identifier: MIT */
#include "documents/fonts.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

/* Where fonts-liberation has its files in Debian 12 and 13, and where their description is kept. */
static const char own_fonts[] = "<fontconfig><dir>/usr/share/fonts/truetype/liberation</dir>"
				"<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";

/* NULL: there are none. */
static FcConfig *own_config(void)
{
	FcConfig *config = FcConfigCreate();

	if (config == NULL)
		return NULL;
	if (FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)own_fonts, FcTrue) == FcTrue &&
		FcConfigBuildFonts(config) == FcTrue) {
		const FcFontSet *found = FcConfigGetFonts(config, FcSetSystem);

		if (found != NULL && found->nfont > 0)
			return config;
	}
	FcConfigDestroy(config);
	return NULL;
}

/* What is current before pango asks is not read again. */
PangoFontMap *fonts_new(bool every)
{
	FcConfig *config = every || getenv("FONTCONFIG_FILE") != NULL ? NULL : own_config();

	if (every)
		FcInitReinitialize();
	if (config != NULL) {
		FcConfigSetCurrent(config);
		FcConfigDestroy(config);
	}
	return pango_cairo_font_map_new();
}
