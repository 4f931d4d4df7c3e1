/* SPDX-License-Identifier: MIT
 * Addresses of registries from a file: of municipalities, by name in either language or number, and
 * of organizations, by any name or business ID. Who is not known is refused, never made; an empty
 * cell leaves what is there. */
#include <string.h>

#include "src/base/email.h"
#include "src/base/input.h"
#include "src/intake/sift.h"
#include "src/registers/organization.h"

enum { ADDRESS_OF, ADDRESS_EMAIL, ADDRESS_POST, ADDRESS_FIELDS };

#define ADDRESS_COLUMNS \
	[ADDRESS_EMAIL] = { "registry_email", \
		"kirjaamo|kirjaamon sähköposti|kirjaamon sähköpostiosoite|sähköposti|" \
		"sähköpostiosoite|virallinen sähköposti|registratorskontor|" \
		"registratorskontorets e-post|registratorskontorets e-postadress|registrator|" \
		"e-post|e-postadress|registry|registry e-mail|registry's e-mail|e-mail|" \
		"e-mail address" }, \
	[ADDRESS_POST] = { "registry_post", \
		"postiosoite|kirjaamon postiosoite|kirjaamon osoite|osoite|katuosoite|" \
		"lähiosoite|postinumero|postitoimipaikka|postadress|" \
		"registratorskontorets postadress|adress|gatuadress|postnummer|postort|ort|" \
		"post address|registry's post address|address|post code|town", \
		.many = true }

static const struct table_field municipality_fields[ADDRESS_FIELDS] = {
	[ADDRESS_OF] = { "municipality",
		"kunta|kommun|municipality|kunnan nimi|kommunens namn|kuntanumero|kuntakoodi|"
		"kunnan numero|kommunnummer|kommunkod|municipality number|municipality code",
		.required = true, .many = true, .digits = 3 },
	ADDRESS_COLUMNS,
};

static const struct table_field organization_fields[ADDRESS_FIELDS] = {
	[ADDRESS_OF] = { "organization",
		"organisaatio|organisation|organization|nimi|namn|name|kuntayhtymä|samkommun|"
		"hyvinvointialue|välfärdsområde|y-tunnus|fo-nummer|business id",
		.required = true, .many = true },
	ADDRESS_COLUMNS,
};

/* What one part of the cells says of whom they are about, refused unless it is certain. */
static int64_t find_municipality(struct sifting *j, struct sifted_row *row, const char *text)
{
	int64_t id = 0, day = day_of_time(j->now);
	struct municipality m;
	enum match match = municipality_match(j->municipalities, text, day, &id);

	if (match != MATCH_SURE && strspn(text, "0123456789") == strlen(text))
		match = municipality_match_code(j->municipalities, text, day, &id);
	if (match == MATCH_SURE)
		return id;
	sift_refuse(j, row,
		match == MATCH_NONE  ? "municipality_unknown" :
		match == MATCH_ENDED ? "municipality_over" :
				       "municipality_uncertain",
		ADDRESS_OF);
	if (id != 0 && municipality_get(j->ctx, &j->import->table.arena, id, &m).code == E_OK)
		row->candidate = match != MATCH_ENDED ? m.code : "";
	return 0;
}

static int64_t find_organization(struct sifting *j, struct sifted_row *row, const char *text)
{
	struct id_list ids = { 0 };
	struct error e = store_organization_find(j->ctx->db, text, &ids);
	int64_t id = e.code == E_OK && ids.n == 1 ? ids.ids[0] : 0;

	if (id == 0)
		sift_refuse(j, row, ids.n > 1 ? "organization_several" : "organization_unknown",
			ADDRESS_OF);
	id_list_clear(&ids);
	return id;
}

/* Of the columns that say whose it is the one with what is wrong. */
static void note_column(struct sifting *j, struct sifted_row *row, size_t index, const char *part)
{
	const struct table *table = &j->import->table;
	const struct csv_row *in = &table->rows[index];

	for (size_t c = 0; c < table->columns; c++)
		if (table->field_of[c] == ADDRESS_OF &&
			strcmp(utf8_clean(&j->import->table.arena, in->cells[c].text, TEXT_LINE),
				part) == 0)
			row->column = c + 1;
}

/* A name and a number beside it must mean the same. */
static bool find_whose(struct sifting *j, struct sifted_row *row, size_t index,
	int64_t (*find)(struct sifting *, struct sifted_row *, const char *))
{
	const char *clash = find == find_municipality ? "municipality_clash" : "organization_clash";
	char *rest = arena_text(&j->import->table.arena, row->texts[ADDRESS_OF]);

	for (char *part; (part = strsep(&rest, "\n")) != NULL && row->verdict == ROW_ADD;) {
		int64_t id = *part == '\0' ? 0 : find(j, row, part);

		if (id != 0 && row->id != 0 && row->id != id)
			sift_refuse(j, row, clash, ADDRESS_OF);
		row->id = id != 0 ? id : row->id;
		if (row->verdict != ROW_ADD)
			note_column(j, row, index, part);
	}
	if (row->verdict == ROW_ADD && row->id == 0)
		sift_refuse(j, row, "required", ADDRESS_OF);
	return row->verdict == ROW_ADD;
}

static bool check_addresses(struct sifting *j, struct sifted_row *row)
{
	const char *email = row->texts[ADDRESS_EMAIL];

	if (*email != '\0' && !is_email(email)) {
		sift_refuse(j, row, email_reason(email), ADDRESS_EMAIL);
		row->candidate = sift_offered_email(email);
	} else if (*email == '\0' && *row->texts[ADDRESS_POST] == '\0') {
		sift_refuse(j, row, "required",
			table_column(&j->import->table, ADDRESS_EMAIL) != 0 ? ADDRESS_EMAIL :
									      ADDRESS_POST);
	}
	return row->verdict == ROW_ADD;
}

static bool changes(const char *there, const char *said)
{
	return *said != '\0' && strcmp(there, said) != 0;
}

/* Twice the same is once; two addresses of one registry are for a person to choose from. */
static void compare(struct sifting *j, struct sifted_row *row, size_t index, const char *email,
	const char *post)
{
	const char *key = arena_printf(&j->import->table.arena, "%lld", (long long)row->id);
	int64_t other;

	if (!set_add(&j->in_file, key, (int64_t)index) && set_find(&j->in_file, key, &other)) {
		const char *const *texts = j->import->rows[other].texts;

		if (strcmp(texts[ADDRESS_EMAIL], row->texts[ADDRESS_EMAIL]) == 0 &&
			strcmp(texts[ADDRESS_POST], row->texts[ADDRESS_POST]) == 0)
			sift_duplicate(row, "same_row");
		else
			sift_refuse(j, row, "twice", ADDRESS_OF);
		row->candidate_row = (size_t)other + 1;
	} else if (!changes(email, row->texts[ADDRESS_EMAIL]) &&
		   !changes(post, row->texts[ADDRESS_POST])) {
		sift_duplicate(row, "already_here");
	}
}

static struct error take_municipality(struct sifting *j, struct sifted_row *row, size_t index)
{
	struct municipality m;

	if (!find_whose(j, row, index, find_municipality) || !check_addresses(j, row))
		return ok();
	TRY(municipality_get(j->ctx, &j->import->table.arena, row->id, &m));
	compare(j, row, index, m.registry_email, m.registry_post);
	return ok();
}

static struct error take_organization(struct sifting *j, struct sifted_row *row, size_t index)
{
	struct organization o;

	if (!find_whose(j, row, index, find_organization) || !check_addresses(j, row))
		return ok();
	TRY(organization_get(j->ctx, &j->import->table.arena, row->id, &o));
	compare(j, row, index, o.registry_email, o.registry_post);
	return ok();
}

static void put(const char **there, const char *said)
{
	if (*said != '\0')
		*there = said;
}

static struct error save_municipality(
	struct context *ctx, struct arena *arena, const struct sifted_row *row)
{
	struct municipality m;

	TRY(municipality_get(ctx, arena, row->id, &m));
	put(&m.registry_email, row->texts[ADDRESS_EMAIL]);
	put(&m.registry_post, row->texts[ADDRESS_POST]);
	return store_municipality_update(ctx->db, &m);
}

static struct error save_organization(
	struct context *ctx, struct arena *arena, const struct sifted_row *row)
{
	struct organization o;

	TRY(organization_get(ctx, arena, row->id, &o));
	put(&o.registry_email, row->texts[ADDRESS_EMAIL]);
	put(&o.registry_post, row->texts[ADDRESS_POST]);
	return store_organization_update(ctx->db, &o);
}

static struct error load_municipalities(struct sifting *j)
{
	return municipality_index_new(j->ctx, &j->municipalities);
}

static const struct register_kind of_municipalities = { ADDRESS_FIELDS, load_municipalities,
	take_municipality, save_municipality };
const struct import_kind import_kind_municipality = { "municipality", '\0', "municipality.import",
	municipality_fields, &of_municipalities };

static const struct register_kind of_organizations = { ADDRESS_FIELDS, NULL, take_organization,
	save_organization };
const struct import_kind import_kind_organization = { "organization", '\0', "organization.import",
	organization_fields, &of_organizations };
