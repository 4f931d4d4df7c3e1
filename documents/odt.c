/* SPDX-License-Identifier: MIT */
#include "documents/odt.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "documents/markup.h"

static const char kind[] = "application/vnd.oasis.opendocument.text";
static const char manifest[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
	"manifest:version=\"1.2\">\n"
	"<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
	"manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
	"<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
	"<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
	"<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
	"</manifest:manifest>\n";

const char *odt_around(const struct paper *paper, enum around what)
{
	return paper->around[what] == NULL ? "" : paper->around[what];
}

void odt_put(struct piece *out, const char *format, ...)
{
	char text[1024];
	va_list args;

	va_start(args, format);
	int n = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	piece_add(out, text, n < (int)sizeof(text) ? (size_t)n : sizeof(text) - 1);
}

/* XML runs blanks together: a second one, and one at a line's beginning, is an element. */
void odt_text(struct piece *out, const char *text)
{
	bool blank = true;

	for (char letter[2] = { 0 }; *text != '\0'; text++) {
		letter[0] = *text;
		if (*text == '\n')
			odt_put(out, "<text:line-break/>");
		else if (*text == ' ' && blank)
			odt_put(out, "<text:s/>");
		else
			put_escaped(out, letter);
		blank = *text == ' ' || *text == '\n';
	}
}

void odt_meta(const struct papers *papers, struct piece *out)
{
	time_t moment = (time_t)papers->made;
	char made[40];
	struct tm day;

	odt_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<office:document-meta office:version=\"1.2\" "
		     "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
		     "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
		     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<office:meta>\n"
		     "<meta:generator>Klash</meta:generator>\n<dc:title>");
	put_escaped(out, papers->rows[0].title);
	odt_put(out, "</dc:title>\n<dc:language>%s</dc:language>\n", papers->rows[0].lang);
	if (papers->made != 0) {
		gmtime_r(&moment, &day);
		strftime(made, sizeof(made), "%Y-%m-%dT%H:%M:%SZ", &day);
		odt_put(out, "<meta:creation-date>%s</meta:creation-date>\n<dc:date>%s</dc:date>\n",
			made, made);
	}
	odt_put(out, "</office:meta>\n</office:document-meta>\n");
}

/* --- The archive */

/* A member with no day but the first that an archive can say. */
static bool add(zip_t *zip, const char *name, const char *bytes, size_t n, zip_int32_t method)
{
	zip_source_t *source = zip_source_buffer(zip, bytes, n, 0);

	if (source == NULL)
		return false;
	zip_int64_t at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(zip, (zip_uint64_t)at, method, 9) == 0 &&
	       zip_file_set_dostime(zip, (zip_uint64_t)at, 0, 0x21, 0) == 0 &&
	       zip_file_set_external_attributes(
		       zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, 0100644U << 16) == 0;
}

static bool add_members(zip_t *zip, const struct piece members[3])
{
	static const char *const names[3] = { "content.xml", "styles.xml", "meta.xml" };
	bool added =
		add(zip, "mimetype", kind, sizeof(kind) - 1, ZIP_CM_STORE) &&
		add(zip, "META-INF/manifest.xml", manifest, sizeof(manifest) - 1, ZIP_CM_DEFLATE);

	for (size_t i = 0; added && i < 3; i++)
		added = add(zip, names[i], members[i].text, members[i].n, ZIP_CM_DEFLATE);
	return added;
}

static bool copy_archive(zip_source_t *archive, FILE *out)
{
	char block[1 << 14];
	zip_int64_t n;

	if (zip_source_open(archive) != 0)
		return false;
	while ((n = zip_source_read(archive, block, sizeof(block))) > 0)
		if (fwrite(block, 1, (size_t)n, out) != (size_t)n)
			n = -1;
	zip_source_close(archive);
	return n == 0;
}

static bool write_archive(const struct piece members[3], FILE *out)
{
	zip_error_t error;
	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = archive == NULL ? NULL : zip_open_from_source(archive, ZIP_TRUNCATE, &error);

	if (zip == NULL) {
		zip_source_free(archive);
		return false;
	}
	zip_source_keep(archive);
	bool written = add_members(zip, members) && zip_close(zip) == 0;
	if (!written)
		zip_discard(zip);
	written = written && copy_archive(archive, out);
	zip_source_free(archive);
	return written;
}

enum line_fault write_odt(FILE *in, FILE *out)
{
	struct papers papers;
	struct piece members[3] = { 0 };
	enum line_fault fault = papers_read(&papers, in);

	if (fault == FAULT_NONE) {
		odt_content(&papers, &members[0]);
		odt_styles(&papers, &members[1]);
		odt_meta(&papers, &members[2]);
		fault = write_archive(members, out) ? FAULT_NONE : FAULT_OUTPUT;
	}
	for (size_t i = 0; i < 3; i++)
		piece_clear(&members[i]);
	papers_clear(&papers);
	return fault;
}
