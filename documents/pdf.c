/* SPDX-License-Identifier: MIT */
#include "documents/pdf.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "documents/finish.h"
#include "documents/memory.h"
#include "documents/press.h"

static cairo_status_t keep(void *arg, const unsigned char *bytes, unsigned int n)
{
	piece_add(arg, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

/* The day the data say; without one a fixed one, which the pass takes out again. */
static void put_metadata(cairo_surface_t *surface, const struct papers *papers)
{
	char made[40];
	time_t moment = (time_t)papers->made;
	struct tm day;
	const char *head = papers->rows[0].around[AROUND_HEAD];

	gmtime_r(&moment, &day);
	strftime(made, sizeof(made), "%Y-%m-%dT%H:%M:%SZ", &day);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, papers->rows[0].title);
	if (head != NULL && *head != '\0')
		cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, head);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Klash");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

/* A document in another language than the file's says so itself. The last page is the surface's
 * end: behind a page that was shown, cairo 1.18 begins one for the tag that is closed. */
static void put_papers(struct press *press, const struct papers *papers, int *pages)
{
	press_open(press, "Document", NULL);
	for (size_t i = 0; i < papers->n; i++) {
		const struct paper *paper = &papers->rows[i];
		bool other = strcmp(paper->lang, papers->rows[0].lang) != 0;

		if (i > 0)
			cairo_show_page(press->cr);
		if (papers->n > 1)
			press_open(press, "Art", other ? paper->lang : NULL);
		press_begin(press, paper, pages[i]);
		press_blocks(press);
		press_finish(press);
		if (papers->n > 1)
			press_close(press, "Art");
		pages[i] = press->page;
	}
	press_close(press, "Document");
}

/* `out`: NULL where only the pages are counted. Passages are the caller's to free. */
static enum line_fault put_file(const struct papers *papers, struct kept_lines *kept, int *pages,
	struct piece *out, struct passage **passages, size_t *passage_n, size_t *elements)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		out == NULL ? NULL : keep, out, PAGE_WIDTH, PAGE_HEIGHT);
	cairo_t *cr = cairo_create(surface);
	struct press press;

	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
	put_metadata(surface, papers);
	enum line_fault fault = press_init(&press, cr, kept, out == NULL);
	if (fault == FAULT_NONE)
		put_papers(&press, papers, pages);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (fault == FAULT_NONE && cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		fault = FAULT_LARGE;
	cairo_surface_destroy(surface);
	*passages = press.passages;
	*passage_n = press.passage_n;
	*elements = press.elements;
	press_clear(&press);
	return fault;
}

/* Once to count the pages, for every head says how many there are, and once for good; from the
 * start with all fonts, where a letter is in none of the documents' own. */
static enum line_fault put_pages(const struct papers *papers, bool every_font, struct piece *out,
	struct passage **passages, size_t *passage_n, size_t *elements)
{
	struct kept_lines *kept = kept_lines_new(every_font);
	int *pages = grow(NULL, papers->n * sizeof(*pages));

	memset(pages, 0, papers->n * sizeof(*pages));
	enum line_fault fault = put_file(papers, kept, pages, NULL, passages, passage_n, elements);
	free(*passages);
	*passages = NULL;
	bool lack = kept_lack(kept) && !every_font;
	if (fault == FAULT_NONE && !lack)
		fault = put_file(papers, kept, pages, out, passages, passage_n, elements);
	free(pages);
	kept_lines_free(kept);
	return fault == FAULT_NONE && lack ?
		       put_pages(papers, true, out, passages, passage_n, elements) :
		       fault;
}

enum line_fault write_pdf(FILE *in, FILE *out)
{
	struct papers papers;
	struct piece drawn = { 0 };
	struct passage *passages = NULL;
	size_t passage_n = 0, elements = 0;
	enum line_fault fault = papers_read(&papers, in);

	if (fault == FAULT_NONE)
		fault = put_pages(&papers, false, &drawn, &passages, &passage_n, &elements);
	if (fault == FAULT_NONE)
		fault = finish_pdf(
			&papers, &drawn, &(struct structure){ passages, passage_n, elements }, out);
	free(passages);
	piece_clear(&drawn);
	papers_clear(&papers);
	return fault;
}
