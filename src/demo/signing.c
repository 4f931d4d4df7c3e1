/* SPDX-License-Identifier: MIT
 * The jury's statement is frozen and signed: by own logins, on paper, and by one who took part from
 * afar in a service of electronic signatures; one member falls ill and does not sign. */
#include "src/demo/story.h"
#include "src/documents/statement.h"
#include "src/judging/juror_statement.h"
#include "src/judging/names.h"
#include "src/judging/signing.h"

static struct error sign_own(struct story *story, const char *login, int64_t id)
{
	struct context juror;

	TRY(story_colleague(story, login, &juror));
	struct error e = juror_sign(&juror, id);
	context_close(&juror);
	return e;
}

struct error demo_sign_some(struct story *story, int64_t id)
{
	static const char *const on_paper[] = { "maija", "helvi" }, *const afar[] = { "exempla" };

	TRY(statement_freeze(story->ctx, id, NULL, statement_text, NULL));
	TRY(statement_sign_recorded(story->ctx, id,
		&(struct signing){ .logins = on_paper,
			.n = LEN(on_paper),
			.how = "paper",
			.where = "Tuomariston kansio, Helsinki" }));
	TRY(statement_sign_recorded(story->ctx, id,
		&(struct signing){ .logins = afar,
			.n = LEN(afar),
			.how = "service",
			.service = "Allekirjoituspalvelu (esimerkki)",
			.level = "advanced" }));
	TRY(sign_own(story, "kaarina", id));
	return sign_own(story, "oiva", id);
}

struct error demo_sign_rest(struct story *story, int64_t id)
{
	static const char *const on_paper[] = { "tapio" };

	TRY(statement_sign_recorded(story->ctx, id,
		&(struct signing){ .logins = on_paper,
			.n = LEN(on_paper),
			.how = "paper",
			.where = "Tuomariston kansio, Helsinki" }));
	return statement_not_signed(story->ctx, id, "niilo", "Sairastui kokouksen jälkeen.");
}

struct error demo_open_names(struct story *story, int64_t round_id)
{
	static const char *const witnesses[] = { "veera" };

	TRY(story_as(story, "vaula"));
	TRY(names_open(story->ctx, round_id,
		&(struct names_opening){ "Kuntatalo, Helsinki", witnesses, LEN(witnesses) }));
	return story_as(story, NULL);
}
