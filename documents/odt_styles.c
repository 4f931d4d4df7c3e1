/* SPDX-License-Identifier: MIT
 * What an ODT's documents look like: the styles that an office program knows by these names, and a
 * page of its own for each document, with its head and foot. */
#include <string.h>

#include "documents/markup.h"
#include "documents/odt.h"

static const char begin[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<office:document-styles office:version=\"1.2\" "
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
	"xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">\n"
	"<office:font-face-decls>\n"
	"<style:font-face style:name=\"Liberation Serif\" svg:font-family=\"'Liberation Serif'\" "
	"style:font-family-generic=\"roman\"/>\n"
	"<style:font-face style:name=\"Liberation Sans\" svg:font-family=\"'Liberation Sans'\" "
	"style:font-family-generic=\"swiss\"/>\n"
	"<style:font-face style:name=\"Liberation Mono\" svg:font-family=\"'Liberation Mono'\" "
	"style:font-family-generic=\"modern\" style:font-pitch=\"fixed\"/>\n"
	"</office:font-face-decls>\n<office:styles>\n";

/* A paragraph's style: its name, its parent, how it stands, how its letters are. */
static const struct {
	const char *name, *shown, *parent, *paragraph, *letters;
} styles[] = {
	{ "Standard", "Standard", NULL, "fo:line-height=\"15pt\" fo:orphans=\"2\" fo:widows=\"2\"",
		NULL },
	{ "Text_20_body", "Text body", "Standard", "fo:margin-top=\"2pt\" fo:margin-bottom=\"5pt\"",
		NULL },
	{ "Heading", "Heading", "Standard",
		"fo:keep-with-next=\"always\" fo:margin-top=\"9pt\" fo:margin-bottom=\"0pt\"",
		"fo:font-weight=\"bold\"" },
	{ "Title", "Title", "Heading",
		"fo:line-height=\"20pt\" fo:margin-top=\"6pt\" fo:margin-bottom=\"6pt\"",
		"fo:font-size=\"16pt\" fo:color=\"#17406d\"" },
	{ "Heading_20_2", "Heading 2", "Heading", "fo:line-height=\"16pt\"",
		"fo:font-size=\"12pt\"" },
	{ "Heading_20_3", "Heading 3", "Heading", "fo:margin-top=\"6pt\"", NULL },
	{ "Klash_20_Notice", "Klash Notice", "Standard",
		"fo:border-left=\"2mm solid #17406d\" fo:padding-left=\"3mm\" "
		"fo:margin-bottom=\"7pt\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\" fo:font-weight=\"bold\"" },
	{ "Klash_20_Address", "Klash Address", "Standard", "fo:keep-together=\"always\"", NULL },
	{ "Klash_20_List", "Klash List", "Standard", "fo:margin-top=\"1pt\"", NULL },
	{ "Klash_20_Facts", "Klash Facts", "Standard",
		"fo:line-height=\"12pt\" fo:margin-top=\"1pt\" fo:margin-left=\"45mm\" "
		"fo:text-indent=\"-45mm\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\"" },
	{ "Klash_20_Signature", "Klash Signature", "Standard",
		"fo:margin-top=\"22pt\" fo:keep-together=\"always\" fo:keep-with-next=\"always\"",
		NULL },
	{ "Klash_20_Signer", "Klash Signer", "Standard", "fo:keep-together=\"always\"", NULL },
	{ "Klash_20_Below", "Klash Below", "Standard", "fo:line-height=\"12pt\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\" fo:color=\"#555555\"" },
	{ "Klash_20_Hash", "Klash Hash", "Standard", "fo:line-height=\"9pt\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"7pt\" fo:color=\"#555555\"" },
	{ "Preformatted_20_Text", "Preformatted Text", "Standard",
		"fo:line-height=\"12pt\" fo:border-left=\"1.5pt solid #17406d\" "
		"fo:padding-left=\"3mm\" fo:margin-top=\"7pt\"",
		"style:font-name=\"Liberation Mono\" fo:font-size=\"9pt\"" },
	{ "Table_20_Contents", "Table Contents", "Standard", "fo:line-height=\"11.25pt\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\"" },
	{ "Klash_20_Numbers", "Klash Numbers", "Table_20_Contents", "fo:text-align=\"end\"", NULL },
	{ "Table_20_Heading", "Table Heading", "Table_20_Contents", NULL,
		"fo:font-weight=\"bold\"" },
	{ "Klash_20_Number_20_Heading", "Klash Number Heading", "Table_20_Heading",
		"fo:text-align=\"end\"", NULL },
	{ "Caption", "Caption", "Standard",
		"fo:line-height=\"11.25pt\" fo:margin-top=\"9pt\" fo:margin-bottom=\"3pt\" "
		"fo:keep-with-next=\"always\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\" fo:font-weight=\"bold\"" },
	{ "Header", "Header", "Standard",
		"fo:line-height=\"10pt\" fo:border-bottom=\"0.4pt solid #555555\" "
		"fo:padding-bottom=\"1mm\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"8pt\" fo:color=\"#555555\"" },
	{ "Footer", "Footer", "Standard",
		"fo:line-height=\"9pt\" fo:border-top=\"0.4pt solid #555555\" "
		"fo:padding-top=\"1mm\"",
		"style:font-name=\"Liberation Sans\" fo:font-size=\"7pt\" fo:color=\"#555555\"" },
};

/* Where the texts of a head, and a fact's value, begin. */
static const char *tabs_of(const char *name)
{
	if (strcmp(name, "Header") == 0)
		return "<style:tab-stops><style:tab-stop style:position=\"68mm\"/>"
		       "<style:tab-stop style:position=\"170mm\" style:type=\"right\"/>"
		       "</style:tab-stops>";
	return strcmp(name, "Klash_20_Facts") == 0 ?
		       "<style:tab-stops><style:tab-stop style:position=\"0mm\"/>"
		       "</style:tab-stops>" :
		       "";
}

static void put_style(struct piece *out, size_t i)
{
	odt_put(out,
		"<style:style style:name=\"%s\" style:display-name=\"%s\" "
		"style:family=\"paragraph\"",
		styles[i].name, styles[i].shown);
	if (styles[i].parent != NULL)
		odt_put(out, " style:parent-style-name=\"%s\"", styles[i].parent);
	odt_put(out, " style:class=\"text\">");
	if (styles[i].paragraph != NULL)
		odt_put(out, "<style:paragraph-properties %s>%s</style:paragraph-properties>",
			styles[i].paragraph, tabs_of(styles[i].name));
	if (styles[i].letters != NULL)
		odt_put(out, "<style:text-properties %s/>", styles[i].letters);
	odt_put(out, "</style:style>\n");
}

static void put_styles(const struct papers *papers, struct piece *out)
{
	odt_put(out,
		"<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
		"fo:hyphenation-ladder-count=\"no-limit\" style:tab-stop-distance=\"12.5mm\"/>"
		"<style:text-properties style:font-name=\"Liberation Serif\" fo:font-size=\"11pt\" "
		"fo:color=\"#111111\" fo:hyphenate=\"false\" fo:language=\"%s\" "
		"fo:country=\"%s\"/></style:default-style>\n",
		papers->rows[0].lang, strcmp(papers->rows[0].lang, "en") == 0 ? "GB" : "FI");
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		put_style(out, i);
	odt_put(out,
		"<text:list-style style:name=\"Klash_20_Dots\" style:display-name=\"Klash Dots\">"
		"<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"
		"<style:list-level-properties text:list-level-position-and-space-mode="
		"\"label-alignment\"><style:list-level-label-alignment "
		"text:label-followed-by=\"listtab\" fo:text-indent=\"-4mm\" "
		"fo:margin-left=\"4mm\"/></style:list-level-properties>"
		"</text:list-level-style-bullet></text:list-style>\n");
}

static const char page[] =
	"</office:styles>\n<office:automatic-styles>\n"
	"<style:page-layout style:name=\"A4\"><style:page-layout-properties "
	"fo:page-width=\"210mm\" fo:page-height=\"297mm\" style:print-orientation=\"portrait\" "
	"fo:margin-top=\"10mm\" fo:margin-bottom=\"8mm\" fo:margin-left=\"20mm\" "
	"fo:margin-right=\"20mm\"/>"
	"<style:header-style><style:header-footer-properties fo:min-height=\"15mm\" "
	"fo:margin-bottom=\"4mm\"/></style:header-style>"
	"<style:footer-style><style:header-footer-properties fo:min-height=\"12mm\" "
	"fo:margin-top=\"4mm\"/></style:footer-style></style:page-layout>\n"
	"</office:automatic-styles>\n<office:master-styles>\n";

static void put_head(const struct papers *papers, const struct paper *paper, struct piece *out)
{
	const char *number = odt_around(paper, AROUND_NUMBER), *day = odt_around(paper, AROUND_DAY);
	const char *name = odt_around(paper, AROUND_NAME);

	odt_put(out, "<style:header><text:p text:style-name=\"Header\">");
	odt_text(out, odt_around(paper, AROUND_HEAD));
	odt_put(out, "<text:tab/>");
	odt_text(out, name);
	odt_put(out, "<text:tab/>");
	odt_text(out, number);
	odt_put(out, "%s", *number == '\0' ? "" : "<text:s text:c=\"3\"/>");
	odt_text(out, day);
	odt_put(out, "%s<text:page-number text:select-page=\"current\">1</text:page-number>",
		*day == '\0' ? "" : "<text:s text:c=\"3\"/>");
	if (papers->n == 1)
		odt_put(out, " (<text:page-count>1</text:page-count>)");
	odt_put(out, "</text:p></style:header>");
}

/* A master page a document: "Klash1". */
static void put_master(const struct papers *papers, size_t i, struct piece *out)
{
	const struct paper *paper = &papers->rows[i];

	odt_put(out, "<style:master-page style:name=\"Klash%zu\" style:page-layout-name=\"A4\">",
		i + 1);
	put_head(papers, paper, out);
	if (*odt_around(paper, AROUND_FOOT) != '\0') {
		odt_put(out, "<style:footer><text:p text:style-name=\"Footer\">");
		odt_text(out, odt_around(paper, AROUND_FOOT));
		odt_put(out, "</text:p></style:footer>");
	}
	odt_put(out, "</style:master-page>\n");
}

void odt_styles(const struct papers *papers, struct piece *out)
{
	piece_add(out, begin, sizeof(begin) - 1);
	put_styles(papers, out);
	piece_add(out, page, sizeof(page) - 1);
	for (size_t i = 0; i < papers->n; i++)
		put_master(papers, i, out);
	odt_put(out, "</office:master-styles>\n</office:document-styles>\n");
}
