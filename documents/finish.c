/* SPDX-License-Identifier: MIT */
#include "documents/finish.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 16 };

/* The elements of a file beside what was said of them when they were opened. */
struct walk {
	qpdf_data pdf;
	qpdf_oh tree;
	const struct structure *structure;
	size_t element, passage;
};

static void put_key(qpdf_data pdf, qpdf_oh in, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(pdf, in, key, value);
}

/* --- Structure */

static bool is_element(qpdf_data pdf, qpdf_oh object)
{
	return qpdf_oh_is_dictionary(pdf, object) && qpdf_oh_has_key(pdf, object, "/S");
}

static bool is_tag(qpdf_data pdf, qpdf_oh element, const char *tag)
{
	return is_element(pdf, element) &&
	       qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, element, "/S"), tag);
}

static size_t kid_count(qpdf_data pdf, qpdf_oh kids)
{
	return qpdf_oh_is_array(pdf, kids) ? (size_t)qpdf_oh_get_array_n_items(pdf, kids) : 1;
}

static qpdf_oh kid_at(qpdf_data pdf, qpdf_oh kids, size_t i)
{
	return qpdf_oh_is_array(pdf, kids) ? qpdf_oh_get_array_item(pdf, kids, (int)i) : kids;
}

/* A row with values has its heading in it; one of headings alone is above its columns. */
static void put_scopes(qpdf_data pdf, qpdf_oh row)
{
	qpdf_oh kids = qpdf_oh_get_key(pdf, row, "/K");
	size_t n = kid_count(pdf, kids);
	bool values = false;

	for (size_t i = 0; i < n; i++)
		values = values || is_tag(pdf, kid_at(pdf, kids, i), "/TD");
	for (size_t i = 0; i < n; i++) {
		qpdf_oh kid = kid_at(pdf, kids, i);

		if (is_tag(pdf, kid, "/TH"))
			put_key(pdf, kid, "/A",
				qpdf_oh_parse(pdf, values ? "<< /O /Table /Scope /Row >>" :
							    "<< /O /Table /Scope /Column >>"));
	}
}

/* What the next element is, beside what it says itself; NULL: nothing. */
static const struct passage *next_passage(struct walk *walk)
{
	const struct structure *s = walk->structure;
	const struct passage *passage = NULL;

	if (walk->passage < s->n && s->passages[walk->passage].element == walk->element)
		passage = &s->passages[walk->passage++];
	walk->element++;
	return passage;
}

/* A page's content, of whichever element it is part. */
static qpdf_oh content_of(qpdf_data pdf, qpdf_oh kid, qpdf_oh page)
{
	if (qpdf_oh_is_dictionary(pdf, kid)) {
		if (!qpdf_oh_has_key(pdf, kid, "/Pg"))
			put_key(pdf, kid, "/Pg", page);
		return kid;
	}
	qpdf_oh content = qpdf_oh_parse(pdf, "<< /Type /MCR >>");
	put_key(pdf, content, "/Pg", page);
	put_key(pdf, content, "/MCID", kid);
	return content;
}

/* Whose each piece of a page's content is: all that was `from`'s is `into`'s. */
static void change_parent(qpdf_data pdf, qpdf_oh tree, qpdf_oh from, qpdf_oh into)
{
	qpdf_oh numbers = qpdf_oh_get_key(pdf, qpdf_oh_get_key(pdf, tree, "/ParentTree"), "/Nums");
	int id = qpdf_oh_get_object_id(pdf, from), n = qpdf_oh_get_array_n_items(pdf, numbers);

	for (int i = 1; i < n; i += 2) {
		qpdf_oh parents = qpdf_oh_get_array_item(pdf, numbers, i);
		int count = qpdf_oh_is_array(pdf, parents) ?
				    qpdf_oh_get_array_n_items(pdf, parents) :
				    0;

		for (int p = 0; p < count; p++)
			if (qpdf_oh_get_object_id(pdf, qpdf_oh_get_array_item(pdf, parents, p)) ==
				id)
				qpdf_oh_set_array_item(pdf, parents, p, into);
	}
}

/* One element of two: a text that went on on another page. */
static void join(struct walk *walk, qpdf_oh into, qpdf_oh from)
{
	qpdf_data pdf = walk->pdf;
	qpdf_oh kids = qpdf_oh_new_array(pdf), own = qpdf_oh_get_key(pdf, into, "/K");
	qpdf_oh more = qpdf_oh_get_key(pdf, from, "/K");
	qpdf_oh page = qpdf_oh_get_key(pdf, into, "/Pg");

	for (size_t i = 0; !qpdf_oh_is_null(pdf, own) && i < kid_count(pdf, own); i++)
		qpdf_oh_append_item(pdf, kids, content_of(pdf, kid_at(pdf, own, i), page));
	page = qpdf_oh_get_key(pdf, from, "/Pg");
	for (size_t i = 0; !qpdf_oh_is_null(pdf, more) && i < kid_count(pdf, more); i++)
		qpdf_oh_append_item(pdf, kids, content_of(pdf, kid_at(pdf, more, i), page));
	put_key(pdf, into, "/K", kids);
	change_parent(pdf, walk->tree, from, into);
}

static void walk_kids(struct walk *walk, qpdf_oh parent, int depth);

static void walk_element(struct walk *walk, qpdf_oh element, int depth)
{
	if (is_tag(walk->pdf, element, "/TR"))
		put_scopes(walk->pdf, element);
	walk_kids(walk, element, depth + 1);
}

/* Elements in the order in which they were opened. */
static void walk_kids(struct walk *walk, qpdf_oh parent, int depth)
{
	qpdf_data pdf = walk->pdf;
	qpdf_oh kids = qpdf_oh_get_key(pdf, parent, "/K"), kept = qpdf_oh_new_array(pdf);
	qpdf_oh last = qpdf_oh_new_null(pdf);
	size_t n = kid_count(pdf, kids);
	bool joined = false;

	for (size_t i = 0; depth < DEPTH_MAX && i < n; i++) {
		qpdf_oh kid = kid_at(pdf, kids, i);

		if (!is_element(pdf, kid)) {
			qpdf_oh_append_item(pdf, kept, kid);
			continue;
		}
		const struct passage *passage = next_passage(walk);
		if (passage != NULL && passage->goes_on && !qpdf_oh_is_null(pdf, last)) {
			join(walk, last, kid);
			joined = true;
			continue;
		}
		if (passage != NULL && passage->lang != NULL)
			put_key(pdf, kid, "/Lang", qpdf_oh_new_unicode_string(pdf, passage->lang));
		walk_element(walk, kid, depth);
		qpdf_oh_append_item(pdf, kept, kid);
		last = kid;
	}
	if (joined)
		put_key(pdf, parent, "/K", kept);
}

static size_t count_kids(qpdf_data pdf, qpdf_oh parent, int depth)
{
	qpdf_oh kids = qpdf_oh_get_key(pdf, parent, "/K");
	size_t all = 0, n = kid_count(pdf, kids);

	for (size_t i = 0; depth < DEPTH_MAX && i < n; i++)
		if (is_element(pdf, kid_at(pdf, kids, i)))
			all += 1 + count_kids(pdf, kid_at(pdf, kids, i), depth + 1);
	return all;
}

/* Counted first: if the elements are not those that were opened, none is taken for another. */
static void mend_structure(qpdf_data pdf, qpdf_oh root, const struct structure *structure)
{
	static const struct structure none = { 0 };
	qpdf_oh tree = qpdf_oh_get_key(pdf, root, "/StructTreeRoot");
	bool same = count_kids(pdf, tree, 0) == structure->elements;
	struct walk walk = { pdf, tree, same ? structure : &none, 0, 0 };

	walk_kids(&walk, tree, 0);
}

/* --- The file */

static qpdf_oh new_stream(qpdf_data pdf, const struct piece *bytes)
{
	qpdf_oh stream = qpdf_oh_new_stream(pdf), null = qpdf_oh_new_null(pdf);

	qpdf_oh_replace_stream_data(
		pdf, stream, (const unsigned char *)piece_text(bytes), bytes->n, null, null);
	return stream;
}

static void put_profile(qpdf_data pdf, qpdf_oh root)
{
	struct piece profile = { 0 };
	qpdf_oh intent = qpdf_oh_parse(pdf,
		"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
		"/Info (sRGB IEC61966-2.1) >>");

	srgb_profile(&profile);
	qpdf_oh stream = new_stream(pdf, &profile);
	put_key(pdf, qpdf_oh_get_dict(pdf, stream), "/N", qpdf_oh_new_integer(pdf, 3));
	put_key(pdf, intent, "/DestOutputProfile", stream);
	qpdf_oh intents = qpdf_oh_new_array(pdf);
	qpdf_oh_append_item(pdf, intents, intent);
	put_key(pdf, root, "/OutputIntents", intents);
	piece_clear(&profile);
}

static void put_description(qpdf_data pdf, qpdf_oh root, const struct papers *papers)
{
	struct piece packet = { 0 };

	xmp_packet(papers, &packet);
	qpdf_oh stream = new_stream(pdf, &packet);
	put_key(pdf, qpdf_oh_get_dict(pdf, stream), "/Type", qpdf_oh_new_name(pdf, "/Metadata"));
	put_key(pdf, qpdf_oh_get_dict(pdf, stream), "/Subtype", qpdf_oh_new_name(pdf, "/XML"));
	put_key(pdf, root, "/Metadata", stream);
	piece_clear(&packet);
}

/* Cairo leaves out what a date begins with (ISO 32000-1, 7.9.4). */
static void mend_date(qpdf_data pdf, qpdf_oh info, const char *key, bool known)
{
	char date[80];

	if (!known) {
		qpdf_oh_remove_key(pdf, info, key);
		return;
	}
	const char *value = qpdf_oh_get_utf8_value(pdf, qpdf_oh_get_key(pdf, info, key));
	if (strncmp(value, "D:", 2) == 0)
		return;
	snprintf(date, sizeof(date), "D:%s", value);
	put_key(pdf, info, key, qpdf_oh_new_unicode_string(pdf, date));
}

static void mend_pages(qpdf_data pdf)
{
	int n = qpdf_get_num_pages(pdf);

	for (int i = 0; i < n; i++) {
		qpdf_oh page = qpdf_get_page_n(pdf, (size_t)i);
		unsigned char *content = NULL;
		struct piece marked = { 0 };
		size_t length = 0;

		put_key(pdf, page, "/Tabs", qpdf_oh_new_name(pdf, "/S"));
		if ((qpdf_oh_get_page_content_data(pdf, page, &content, &length) & QPDF_ERRORS) !=
			0)
			continue;
		mark_artifacts((const char *)content, length, &marked);
		put_key(pdf, page, "/Contents", new_stream(pdf, &marked));
		piece_clear(&marked);
		free(content);
	}
}

static void mend(qpdf_data pdf, const struct papers *papers, const struct structure *structure)
{
	qpdf_oh root = qpdf_get_root(pdf);
	qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");

	put_key(pdf, root, "/Lang", qpdf_oh_new_unicode_string(pdf, papers->rows[0].lang));
	put_key(pdf, root, "/ViewerPreferences", qpdf_oh_parse(pdf, "<< /DisplayDocTitle true >>"));
	mend_structure(pdf, root, structure);
	mend_pages(pdf);
	put_profile(pdf, root);
	put_description(pdf, root, papers);
	if (qpdf_oh_is_dictionary(pdf, info)) {
		mend_date(pdf, info, "/CreationDate", papers->made != 0);
		mend_date(pdf, info, "/ModDate", papers->made != 0);
	}
}

static bool write_file(qpdf_data pdf, FILE *out)
{
	if ((qpdf_init_write_memory(pdf) & QPDF_ERRORS) != 0)
		return false;
	qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
	qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(pdf, "1.7");
	if ((qpdf_write(pdf) & QPDF_ERRORS) != 0)
		return false;
	size_t n = qpdf_get_buffer_length(pdf);
	return fwrite(qpdf_get_buffer(pdf), 1, n, out) == n;
}

enum line_fault finish_pdf(const struct papers *papers, const struct piece *drawn,
	const struct structure *structure, FILE *out)
{
	qpdf_data pdf = qpdf_init();

	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	bool read = (qpdf_read_memory(pdf, "drawn", piece_text(drawn), drawn->n, NULL) &
			    QPDF_ERRORS) == 0;
	if (read)
		mend(pdf, papers, structure);
	bool written = read && qpdf_has_error(pdf) == QPDF_FALSE && write_file(pdf, out);
	qpdf_cleanup(&pdf);
	return written ? FAULT_NONE : FAULT_OUTPUT;
}
