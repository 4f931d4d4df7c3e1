/* SPDX-License-Identifier: MIT
 * The fonts of documents. */
#pragma once

#include <pango/pangocairo.h>
#include <stdbool.h>

/* Makes a map of fonts: those that documents are set in alone or, with `every`, all that the
 * machine has, for letters that they lack. Reading and ordering all fonts takes longer than a
 * document's other work (measured: 100 of 340 million instructions with 38 fonts). Where an
 * administrator has said by FONTCONFIG_FILE which fonts there are, or the documents' own are not
 * where Debian's package puts them, all are read. The caller frees it with g_object_unref. */
PangoFontMap *fonts_new(bool every);
