/* SPDX-License-Identifier: MIT
 * People from a file: name, e-mail, telephone, language. Who has the same e-mail address, or
 * without one the same name, as somebody there is a duplicate. */
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/intake/sift.h"
#include "src/registers/person.h"

enum { PEOPLE_NAME, PEOPLE_EMAIL, PEOPLE_PHONE, PEOPLE_LANGUAGE, PEOPLE_FIELDS };

static const struct table_field fields[PEOPLE_FIELDS] = {
	[PEOPLE_NAME] = { "name", "nimi|namn|name|koko nimi|yhteyshenkilö|kontaktperson", true },
	[PEOPLE_EMAIL] = { "email",
		"sähköposti|sähköpostiosoite|e-post|e-postadress|epost|e-mail|e-mail address",
		false },
	[PEOPLE_PHONE] = { "phone", "puhelin|puhelinnumero|telefon|telefonnummer|tfn|telephone",
		false },
	[PEOPLE_LANGUAGE] = { "language", "kieli|språk", false },
};

static struct error find_known(struct sifting *j, struct sifted_row *row, size_t index)
{
	const char *email = row->texts[PEOPLE_EMAIL];
	const char *key = *email != '\0' ? email : row->texts[PEOPLE_NAME];
	struct id_list ids = { 0 };
	struct error e = store_person_find(j->ctx->db, key, &ids);

	if (ids.n > 0)
		sift_duplicate(row, "already_here");
	else if (!set_add(&j->in_file, utf8_fold(&j->import->table.arena, key), (int64_t)index))
		sift_duplicate(row, "same_row");
	id_list_clear(&ids);
	return e;
}

static struct error take(struct sifting *j, struct sifted_row *row, size_t index)
{
	const char *email = row->texts[PEOPLE_EMAIL];

	if (*row->texts[PEOPLE_NAME] == '\0') {
		sift_refuse(j, row, "required", PEOPLE_NAME);
	} else if (*email != '\0' && !is_email(email)) {
		sift_refuse(j, row, email_reason(email), PEOPLE_EMAIL);
		row->candidate = sift_offered_email(email);
	} else if (input_code("language", WORDS_OWN_LANGUAGE, row->texts[PEOPLE_LANGUAGE]).code !=
		   E_OK) {
		sift_refuse(j, row, "language", PEOPLE_LANGUAGE);
	} else {
		return find_known(j, row, index);
	}
	return ok();
}

static struct error save(struct context *ctx, struct arena *arena, const struct sifted_row *row)
{
	const struct person person = { .name = row->texts[PEOPLE_NAME],
		.email = row->texts[PEOPLE_EMAIL],
		.phone = row->texts[PEOPLE_PHONE],
		.lang = row->texts[PEOPLE_LANGUAGE] };
	int64_t id;

	(void)arena;
	return person_insert(ctx->db, &person, &id);
}

static const struct register_kind of_people = { PEOPLE_FIELDS, NULL, take, save };
const struct import_kind import_kind_person = { "person", '\0', "person.import", fields,
	&of_people };
