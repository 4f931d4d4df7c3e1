/* SPDX-License-Identifier: MIT
 * Problems: recording, correcting, life's acts, and importing files. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/intake/import.h"
#include "src/phases/note.h"
#include "src/registers/organization.h"

static const char *kind_of(const struct cli *cli)
{
	return cli->noun->name;
}

static const char *municipality_code(struct cli *cli, int64_t id)
{
	struct municipality m;

	if (id == 0 || municipality_get(&cli->ctx, &cli->arena, id, &m).code != E_OK)
		return NULL;
	return m.code;
}

static json_t *coapplicants_json(struct cli *cli, int64_t id)
{
	struct applicants list;
	json_t *codes = json_array();

	if (submission_coapplicants(&cli->ctx, &cli->arena, id, &list).code != E_OK)
		return codes;
	for (size_t i = 0; i < list.n; i++) {
		const char *code = municipality_code(cli, list.rows[i].municipality_id);

		json_array_append_new(codes,
			json_string(code != NULL ? code :
						   applicant_shown(&cli->ctx, &cli->arena, 0,
							   list.rows[i].organization_id)));
	}
	return codes;
}

static json_t *submission_json(struct cli *cli, const struct submission *s)
{
	const char *code = municipality_code(cli, s->municipality_id);

	return json_pack("{s:s, s:s, s:o, s:s, s:o, s:s, s:s, s:b, s:s, s:o}", "code", s->code,
		"title", s->title, "municipality", code == NULL ? json_null() : json_string(code),
		"applicant",
		applicant_shown(&cli->ctx, &cli->arena, s->municipality_id, s->organization_id),
		"coapplicants", coapplicants_json(cli, s->id), "theme",
		submission_theme(&cli->ctx, &cli->arena, s), "state", s->state, "late", s->late,
		"language", s->lang, "received", json_time(s->received));
}

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "applicant", N_("Applicant"), SHOW_TEXT, 0 },
		{ "title", N_("Title"), SHOW_TEXT, 0 },
		{ "theme", N_("Theme"), SHOW_TEXT, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_SUBMISSION_STATE },
		{ "late", N_("Late"), SHOW_BOOL, 0 },
		{ "received", N_("Received"), SHOW_TIME, 0 },
	};
	struct submission_filter filter = { .state = option(cli, "state"),
		.lang = option(cli, "lang"), .late = option(cli, "late") != NULL ? "1" : NULL };
	struct id_list ids = { 0 };
	json_t *list = json_array();

	if (filter.state != NULL)
		TRY(input_code("state", WORDS_SUBMISSION_STATE, filter.state));
	struct error e = submission_ids(&cli->ctx, kind_of(cli), SUBMISSIONS_BY_NUMBER, &filter,
		option(cli, "words"), &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct submission s;

		e = submission_get(&cli->ctx, &cli->arena, ids.ids[i], &s);
		if (e.code == E_OK)
			json_array_append_new(list, submission_json(cli, &s));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_show(struct cli *cli)
{
	static const struct column columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "applicant", N_("Applicant"), SHOW_TEXT, 0 },
		{ "coapplicants", N_("Co-applicants"), SHOW_LIST, 0 },
		{ "title", N_("Title"), SHOW_TEXT, 0 },
		{ "description", N_("Description"), SHOW_TEXT, 0 },
		{ "theme", N_("Theme"), SHOW_TEXT, 0 },
		{ "language", N_("Language"), SHOW_WORD, WORDS_LANGUAGE },
		{ "received", N_("Received"), SHOW_TIME, 0 },
		{ "channel", N_("Channel"), SHOW_WORD, WORDS_CHANNEL },
		{ "late", N_("Late"), SHOW_BOOL, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_SUBMISSION_STATE },
		{ "contact", N_("Contact person"), SHOW_TEXT, 0 },
		{ "contact_email", N_("E-mail"), SHOW_TEXT, 0 },
		{ "contact_phone", N_("Telephone"), SHOW_TEXT, 0 },
		{ "case_number", N_("Case number"), SHOW_TEXT, 0 },
		{ "version", N_("Version"), SHOW_NUMBER, 0 },
	};
	struct submission s;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	json_t *record = submission_json(cli, &s);
	json_object_update_new(record,
		json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:b}", "description", s.body,
			"channel", s.channel, "contact", s.contact_name, "contact_email",
			s.contact_email, "contact_phone", s.contact_phone, "case_number",
			s.case_number, "version", (json_int_t)s.version, "received_ambiguous",
			s.received_ambiguous));
	return print_record(cli, record, columns, LEN(columns));
}

/* A field from --json or from its option. */
static const char *field(struct cli *cli, const json_t *json, const char *name, const char *otherwise)
{
	const char *value = option(cli, name);
	char key[40];

	if (value != NULL)
		return value;
	snprintf(key, sizeof(key), "%s", name);
	for (char *c = key; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	const json_t *member = json_object_get(json, key);
	return json_is_string(member) ? arena_text(&cli->arena, json_string_value(member)) :
					otherwise;
}

static struct error read_json(struct cli *cli, json_t **json)
{
	char *text;

	*json = NULL;
	if (option(cli, "json") == NULL)
		return ok();
	TRY(read_text(cli, option(cli, "json"), &text));
	*json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	return json_is_object(*json) ? ok() : fail(E_INVALID, "json");
}

static struct error read_applicants(struct cli *cli, const json_t *json,
	struct submission_input *input, struct applicant *list, size_t capacity)
{
	const char *const *given = NULL;
	size_t n = option_values(cli, "coapplicant", &given);
	const json_t *array = json_object_get(json, "coapplicants");
	size_t listed = n > 0 ? n : json_array_size(array);

	if (n == 0 && array == NULL)
		return ok();
	input->n = 0;
	for (size_t i = 0; i < listed && i < capacity; i++) {
		const char *name = n > 0 ? given[i] : json_string_value(json_array_get(array, i));

		if (name == NULL || *name == '\0')
			continue;
		cli->subject = arena_text(&cli->arena, name);
		TRY(applicant_find(&cli->ctx, name, &list[input->n++]));
	}
	input->coapplicants = list;
	return ok();
}

static struct error read_theme(struct cli *cli, const char *text, struct submission *s)
{
	struct themes themes;

	TRY(theme_list(&cli->ctx, &cli->arena, &themes));
	s->theme_id = theme_recognize(&themes, text);
	s->theme_text = s->theme_id == 0 ? text : "";
	return ok();
}

/* Everything that was given over what is there. */
static struct error read_fields(struct cli *cli, const json_t *json, struct submission *s)
{
	const char *applicant = field(cli, json, "municipality", NULL);
	const char *theme = field(cli, json, "theme", NULL);
	const char *received = field(cli, json, "received", NULL);
	struct moment moment;
	struct applicant who;

	s->title = field(cli, json, "title", s->title);
	s->body = field(cli, json, "description", s->body);
	s->lang = field(cli, json, "language", s->lang);
	s->contact_name = field(cli, json, "contact", s->contact_name);
	s->contact_email = field(cli, json, "contact-email", s->contact_email);
	s->contact_phone = field(cli, json, "contact-phone", s->contact_phone);
	s->channel = field(cli, json, "channel", s->channel);
	s->case_number = field(cli, json, "case-number", s->case_number);
	if (theme != NULL)
		TRY(read_theme(cli, theme, s));
	if (applicant != NULL) {
		cli->subject = applicant;
		TRY(applicant_find(&cli->ctx, applicant, &who));
		s->municipality_id = who.municipality_id;
		s->organization_id = who.organization_id;
	}
	if (received != NULL) {
		cli->subject = received;
		struct error e = moment_parse(received, EDGE_START, &moment);
		if (e.code != E_OK)
			return fail(E_INVALID, "received");
		s->received = moment.time;
		s->received_ambiguous = moment.ambiguous;
	}
	cli->subject = NULL;
	return ok();
}

enum { COAPPLICANTS_MAX = 60 };

static struct error add_from(struct cli *cli, const json_t *json)
{
	struct applicant list[COAPPLICANTS_MAX];
	struct submission_input input = { .submission = { .kind = kind_of(cli) } };
	struct submission s;
	int64_t id;

	TRY(read_fields(cli, json, &input.submission));
	TRY(read_applicants(cli, json, &input, list, LEN(list)));
	cli->subject = NULL;
	TRY(submission_add(&cli->ctx, &input, &id));
	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	if (strcmp(cli->format, "json") == 0)
		return print_record(cli, submission_json(cli, &s), NULL, 0);
	print_done(cli, "%s", s.code);
	if (s.late)
		fprintf(stderr, "%s\n",
			_("It came after the deadline: it is kept out of review until it is admitted."));
	return ok();
}

static struct error run_add(struct cli *cli)
{
	json_t *json;
	struct error e = read_json(cli, &json);

	if (e.code == E_OK)
		e = add_from(cli, json);
	json_decref(json);
	return e;
}

static struct error edit_from(struct cli *cli, const json_t *json)
{
	struct applicant list[COAPPLICANTS_MAX];
	struct submission_input input = { 0 };
	struct applicants present;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(submission_get(&cli->ctx, &cli->arena, id, &input.submission));
	TRY(submission_coapplicants(&cli->ctx, &cli->arena, id, &present));
	input.coapplicants = present.rows;
	input.n = present.n;
	TRY(read_fields(cli, json, &input.submission));
	TRY(read_applicants(cli, json, &input, list, LEN(list)));
	cli->subject = cli->argv[0];
	TRY(option(cli, "new-version") != NULL ? submission_replace(&cli->ctx, &input) :
						submission_update(&cli->ctx, &input));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	json_t *json;
	struct error e = read_json(cli, &json);

	if (e.code == E_OK)
		e = edit_from(cli, json);
	json_decref(json);
	return e;
}

static struct error act(struct cli *cli, enum act_kind kind)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(submission_act(&cli->ctx, id, kind, option_text(cli, "reason")));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error run_withdraw(struct cli *cli)
{
	return act(cli, SUBMISSION_WITHDRAW);
}

static struct error run_admit(struct cli *cli)
{
	return act(cli, SUBMISSION_ADMIT);
}

static struct error run_exclude(struct cli *cli)
{
	return act(cli, SUBMISSION_EXCLUDE);
}

static struct error run_restore(struct cli *cli)
{
	return act(cli, SUBMISSION_RESTORE);
}

static FILE *report_file(struct cli *cli, struct error *e)
{
	const char *path = option(cli, "report");

	if (path == NULL)
		return stderr;
	FILE *report = fopen(path, "wxe");
	if (report == NULL) {
		cli->subject = path;
		*e = fail(E_EXISTS, "file");
	}
	return report;
}

static void report_rows(FILE *out, const struct import *import)
{
	char line[600];

	for (size_t i = 0; i < import->n; i++) {
		const struct judged_row *row = &import->rows[i];

		if (row->verdict == ROW_ADD && !row->submission.late)
			continue;
		if (row->verdict == ROW_ADD)
			/* TRANSLATORS: a row's number and its line in the file. */
			snprintf(line, sizeof(line), _("row %ld, line %ld: late"), row->row,
				row->line);
		else
			import_row_text(row, line, sizeof(line));
		fprintf(out, "%s\n", line);
	}
}

static void report_reading(const struct import *import)
{
	const struct table *table = &import->table;

	if (table->decoded.guessed)
		/* TRANSLATORS: a character set's name. */
		fprintf(stderr,
			_("The file is not UTF-8; it was read as %s. If letters look wrong, name its "
			  "character set with --charset.\n"),
			table->decoded.charset);
	for (size_t c = 0; c < table->columns; c++)
		if (table->field_of[c] == table->field_count && *table->headings[c] != '\0')
			/* TRANSLATORS: a heading in a file. */
			fprintf(stderr, _("Column not imported: %s\n"), table->headings[c]);
}

static struct error finish_import(struct cli *cli, struct import *import)
{
	bool dry = option(cli, "dry-run") != NULL;
	struct error e = ok();
	int64_t batch = 0;

	report_reading(import);
	FILE *report = report_file(cli, &e);
	if (report == NULL)
		return e;
	report_rows(report, import);
	if (report != stderr && fclose(report) != 0)
		return (struct error){ .code = E_IO };
	if (!dry)
		e = import_commit(&cli->ctx, import, option(cli, "partial") != NULL, &batch);
	if (e.code == E_RULE) {
		print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"), (size_t)0,
			import->refused, import->duplicates, import->held);
		return e;
	}
	TRY(e);
	print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"), import->added,
		import->refused, import->duplicates, import->held);
	if (dry)
		print_done(cli, "%s", _("Nothing was saved."));
	else if (batch != 0)
		/* TRANSLATORS: the number of an import. */
		print_done(cli, _("Import %lld; `klash import undo %lld` takes it back."),
			(long long)batch, (long long)batch);
	return ok();
}

static struct error run_import(struct cli *cli)
{
	struct table_options options = { option(cli, "charset"), option(cli, "delimiter"), NULL, 0 };
	struct import import;

	options.map_count = option_values(cli, "map", &options.maps);
	cli->subject = cli->argv[0];
	TRY(import_prepare(&cli->ctx, cli->argv[0], &options, &import));
	struct error e = finish_import(cli, &import);
	import_clear(&import);
	return e;
}

static const struct option_spec list_options[] = {
	{ "state", "STATE", N_("only in this state") },
	{ "late", NULL, N_("only late ones") },
	{ "lang", "fi|sv|en", N_("only in this language") },
	{ "words", "TEXT", N_("only those with these words") },
};
static const struct option_spec field_options[] = {
	{ "municipality", "NAME|CODE", N_("the applicant; a joint authority or county by its name") },
	{ "coapplicant", "NAME|CODE", N_("another applicant; may be repeated") },
	{ "title", "TEXT", N_("the title, at most 200 characters") },
	{ "description", "TEXT", N_("the description, at most 10,000 characters") },
	{ "theme", "TEXT", N_("the theme") },
	{ "language", "fi|sv|en", N_("the language of the text") },
	{ "contact", "NAME", N_("the contact person") },
	{ "contact-email", "ADDRESS", N_("their e-mail address") },
	{ "contact-phone", "NUMBER", N_("their telephone number") },
	{ "received", "TIME", N_("when it arrived; now unless given") },
	{ "channel", "CHANNEL", N_("email, form, letter, hand, phone or other") },
	{ "case-number", "TEXT", N_("the case number") },
	{ "json", "FILE|-", N_("the same fields as a JSON object") },
	{ "new-version", NULL, N_("the applicant sent it anew: the earlier one is kept as a version") },
};
static const struct option_spec act_options[] = {
	{ "reason", "TEXT", N_("the reason") },
};
static const struct option_spec import_options[] = {
	{ "charset", "NAME", N_("the file's character set, as iconv names it; guessed unless given") },
	{ "delimiter", "CHAR", N_("what stands between the fields: a character or \"tab\"") },
	{ "map", "COLUMN=FIELD", N_("a heading or column number is this field; may be repeated") },
	{ "dry-run", NULL, N_("only say what would happen") },
	{ "partial", NULL, N_("import the good rows; refused and held ones wait") },
	{ "report", "FILE", N_("write the report there instead of on standard error") },
};
static const struct verb problem_verbs[] = {
	{ .name = "list", .options = list_options, .option_count = LEN(list_options),
		.run = run_list, .help = N_("Lists the problems.") },
	{ .name = "show", .operands = "CODE", .least = 1, .most = 1, .run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add", .options = field_options, .option_count = LEN(field_options) - 1,
		.run = run_add, .help = N_("Records a problem and prints its code.") },
	{ .name = "edit", .operands = "CODE", .least = 1, .most = 1, .options = field_options,
		.option_count = LEN(field_options), .run = run_edit,
		.help = N_("Corrects the fields that are given.") },
	{ .name = "withdraw", .operands = "CODE", .least = 1, .most = 1, .options = act_options,
		.option_count = 1, .run = run_withdraw, .help = N_("The applicant withdrew it.") },
	{ .name = "admit", .operands = "CODE", .least = 1, .most = 1, .options = act_options,
		.option_count = 1, .run = run_admit,
		.help = N_("Admits a late one to review, with a reason.") },
	{ .name = "exclude", .operands = "CODE", .least = 1, .most = 1, .options = act_options,
		.option_count = 1, .run = run_exclude, .help = N_("It is ineligible, with a reason.") },
	{ .name = "restore", .operands = "CODE", .least = 1, .most = 1, .options = act_options,
		.option_count = 1, .run = run_restore,
		.help = N_("It was withdrawn or excluded by mistake.") },
	{ .name = "import", .operands = "FILE", .least = 1, .most = 1, .options = import_options,
		.option_count = LEN(import_options), .run = run_import,
		.help = N_("Imports problems from a CSV or TSV file.") },
};
const struct noun noun_problem = { "problem", N_("the problems that municipalities send in"),
	problem_verbs, LEN(problem_verbs) };

static struct error run_import_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "batch", N_("Import"), SHOW_NUMBER, 0 },
		{ "file", N_("File"), SHOW_TEXT, 0 },
		{ "made", N_("When"), SHOW_TIME, 0 },
		{ "charset", N_("Character set"), SHOW_TEXT, 0 },
		{ "added", N_("Added"), SHOW_NUMBER, 0 },
		{ "replaced", N_("Replaced"), SHOW_NUMBER, 0 },
		{ "to_be_corrected", N_("To be corrected"), SHOW_NUMBER, 0 },
		{ "held", N_("Held"), SHOW_NUMBER, 0 },
		{ "undone", N_("Undone"), SHOW_BOOL, 0 },
	};
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = import_batches(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct import_batch b;

		e = import_batch_get(&cli->ctx, &cli->arena, ids.ids[i], &b);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:s, s:s, s:o, s:s, s:I, s:I, s:I, s:I, s:b}",
					"batch", (json_int_t)b.id, "kind", b.kind, "file", b.file,
					"made", json_time(b.made), "charset", b.charset, "added",
					(json_int_t)b.added, "replaced", (json_int_t)b.replaced,
					"to_be_corrected", (json_int_t)b.refused, "held",
					(json_int_t)b.held, "undone", b.undone != 0));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_import_rows(struct cli *cli)
{
	static const struct column columns[] = {
		{ "batch", N_("Import"), SHOW_NUMBER, 0 },
		{ "row", N_("Row"), SHOW_NUMBER, 0 },
		{ "line", N_("Line"), SHOW_NUMBER, 0 },
		{ "verdict", N_("State"), SHOW_WORD, WORDS_IMPORT_VERDICT },
		{ "field", N_("Field"), SHOW_WORD, WORDS_FIELD },
		{ "reason", N_("Reason"), SHOW_WORD, WORDS_IMPORT_REASON },
		{ "candidate", N_("Offered"), SHOW_TEXT, 0 },
	};
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = import_waiting(&cli->ctx, NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct import_row r;

		e = import_row_get(&cli->ctx, &cli->arena, ids.ids[i], &r);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:I, s:I, s:s, s:s, s:s, s:s}", "batch",
					(json_int_t)r.batch_id, "row", (json_int_t)r.row, "line",
					(json_int_t)r.line, "verdict", r.verdict, "field", r.field,
					"reason", r.reason, "candidate", r.candidate));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error number_operand(struct cli *cli, int i, const char *field_code, int64_t *number)
{
	char *end;

	*number = strtoll(cli->argv[i], &end, 10);
	if (*end == '\0' && *number > 0)
		return ok();
	cli->subject = cli->argv[i];
	return fail(E_INVALID, field_code);
}

static struct error find_row(struct cli *cli, int64_t *id)
{
	int64_t batch, row;

	TRY(number_operand(cli, 0, "batch", &batch));
	TRY(number_operand(cli, 1, "row", &row));
	return import_row_find(&cli->ctx, batch, row, id);
}

static struct error run_import_decide(struct cli *cli)
{
	int64_t id;

	TRY(find_row(cli, &id));
	cli->subject = cli->argv[2];
	TRY(import_decide(&cli->ctx, id, cli->argv[2]));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error run_import_correct(struct cli *cli)
{
	struct import_row row;
	struct submission s;
	json_t *json;
	int64_t id, added = 0;

	TRY(find_row(cli, &id));
	TRY(import_row_get(&cli->ctx, &cli->arena, id, &row));
	TRY(import_row_submission(&cli->ctx, &cli->arena, &row, &s));
	struct error e = read_json(cli, &json);
	if (e.code == E_OK)
		e = read_fields(cli, json, &s);
	if (e.code == E_OK)
		e = import_correct(&cli->ctx, id, &s, &added);
	if (e.code == E_OK)
		e = submission_get(&cli->ctx, &cli->arena, added, &s);
	json_decref(json);
	TRY(e);
	print_done(cli, "%s", s.code);
	return ok();
}

static struct error run_import_undo(struct cli *cli)
{
	int64_t batch;

	TRY(number_operand(cli, 0, "batch", &batch));
	TRY(import_undo(&cli->ctx, batch));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static const struct verb import_verbs[] = {
	{ .name = "list", .run = run_import_list, .help = N_("Lists the imports, newest first.") },
	{ .name = "rows", .run = run_import_rows,
		.help = N_("Lists the rows that wait to be corrected or decided on.") },
	{ .name = "decide", .operands = "IMPORT ROW CODE|new|skip", .least = 3, .most = 3,
		.run = run_import_decide,
		.help = N_("Decides on a held row: the municipality or problem it is about, new, or "
			   "skip.") },
	{ .name = "correct", .operands = "IMPORT ROW", .least = 2, .most = 2,
		.options = field_options, .option_count = LEN(field_options) - 1,
		.run = run_import_correct,
		.help = N_("Saves a waiting row with the fields that are given put right.") },
	{ .name = "undo", .operands = "IMPORT", .least = 1, .most = 1, .run = run_import_undo,
		.help = N_("Takes a whole import back.") },
};
const struct noun noun_import = { "import", N_("imported files and the rows that wait"),
	import_verbs, LEN(import_verbs) };

static struct error run_note_add(struct cli *cli)
{
	struct note note = { .object = cli->argv[0], .who = option_text(cli, "who"),
		.text = option_text(cli, "text") };
	int64_t id;

	TRY(input_day("due", option_text(cli, "due"), &note.due));
	TRY(note_add(&cli->ctx, &note, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_note_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "of", N_("About"), SHOW_TEXT, 0 },
		{ "time", N_("When"), SHOW_TIME, 0 },
		{ "who", N_("With whom"), SHOW_TEXT, 0 },
		{ "text", N_("Text"), SHOW_TEXT, 0 },
		{ "due", N_("Promised until"), SHOW_DATE, 0 },
		{ "done", N_("Kept"), SHOW_DATE, 0 },
	};
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = note_ids(&cli->ctx, cli->argc > 0 ? cli->argv[0] : NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct note n;

		e = note_get(&cli->ctx, &cli->arena, ids.ids[i], &n);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:s, s:o, s:s, s:s, s:o, s:o, s:s}", "id",
					(json_int_t)n.id, "of", n.object, "time", json_time(n.at), "who",
					n.who, "text", n.text, "due", json_day(n.due), "done",
					json_day(n.done), "by", n.by));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_note_done(struct cli *cli)
{
	int64_t id;

	TRY(number_operand(cli, 0, "note", &id));
	TRY(note_done(&cli->ctx, id));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static const struct option_spec note_options[] = {
	{ "text", "TEXT", N_("what was said") },
	{ "who", "NAME", N_("with whom") },
	{ "due", "DATE", N_("until when something was promised") },
};
static const struct verb note_verbs[] = {
	{ .name = "add", .operands = "CODE", .least = 1, .most = 1, .options = note_options,
		.option_count = LEN(note_options), .run = run_note_add,
		.help = N_("Writes down a contact about a record.") },
	{ .name = "list", .operands = "[CODE]", .least = 0, .most = 1, .run = run_note_list,
		.help = N_("Lists contact notes, newest first.") },
	{ .name = "done", .operands = "NUMBER", .least = 1, .most = 1, .run = run_note_done,
		.help = N_("Marks a promise as kept.") },
};
const struct noun noun_note = { "note", N_("contact notes: who called, what was promised"),
	note_verbs, LEN(note_verbs) };
