/* SPDX-License-Identifier: MIT */
#include "src/judging/traces.h"

#include <ctype.h>
#include <string.h>

#include "db/base/utf8.h"

struct scan {
	struct arena *arena;
	const struct item *item;
	bool in_title;
	const char *text;
	struct findings *findings;
	const char *file; /* "": the item's own text */
	bool in_name;
};

static void add(struct scan *scan, const char *kind, size_t start, size_t length)
{
	struct findings *all = scan->findings;

	if (all->n > 0) {
		const struct finding *last = &all->rows[all->n - 1];

		if (last->item_id == scan->item->id && last->in_title == scan->in_title &&
			last->in_name == scan->in_name && strcmp(last->file, scan->file) == 0 &&
			start < last->start + last->length)
			return;
	}
	/* Doubles as it grows. */
	if ((all->n & (all->n + 1)) == 0) {
		struct finding *more = arena_alloc(scan->arena, (all->n * 2 + 2) * sizeof(*more));

		if (all->n > 0)
			memcpy(more, all->rows, all->n * sizeof(*more));
		all->rows = more;
	}
	all->rows[all->n++] = (struct finding){ .item_id = scan->item->id,
		.code = scan->item->code,
		.kind = kind,
		.text = arena_printf(scan->arena, "%.*s", (int)length, scan->text + start),

		.file = scan->file,
		.in_name = scan->in_name,
		.in_title = scan->in_title,
		.start = start,
		.length = length };
}

static bool is_letter(uint32_t c)
{
	return c >= 0x80 || (c < 0x80 && isalpha((int)c));
}

/* The first `n` characters of both are the same. */
static bool same_beginning(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t x, y;
		size_t used_a = utf8_decode(a, &x), used_b = utf8_decode(b, &y);

		if (x == 0 || x != y)
			return false;
		a += used_a;
		b += used_b;
	}
	return true;
}

/* "Helsingissä" is a form of "Helsinki": its stem may change in the last two letters, and endings
 * follow. */
static bool is_form_of(const char *word, const char *name)
{
	size_t letters = utf8_length(name), length = utf8_length(word);
	size_t stem = letters >= 5 ? letters - 2 : letters == 4 ? 3 : letters;

	return letters >= 2 && length + 1 >= letters && length <= letters + 8 &&
	       same_beginning(word, name, stem);
}

/* The character `n` characters on; 0 behind the end. */
static uint32_t letter_at(const char *text, size_t n)
{
	uint32_t code = 0;

	for (; n > 0 && *text != '\0'; n--)
		text += utf8_decode(text, &code);
	if (*text == '\0')
		return 0;
	utf8_decode(text, &code);
	return code;
}

static bool is_one_of(uint32_t letter, const char *letters)
{
	for (uint32_t code; *letters != '\0';) {
		letters += utf8_decode(letters, &code);
		if (code == letter)
			return true;
	}
	return false;
}

static bool is_vowel(uint32_t letter)
{
	return is_one_of(letter, "aeiouyåäö");
}

/* What the last vowel of a name may become before an ending: Lahti, Lahden; Rauma, Raumoilla. */
static bool is_form_of_vowel(uint32_t now, uint32_t before)
{
	return now == before || (before == 'i' && now == 'e') || (before == 'e' && now == 'i') ||
	       (is_one_of(before, "aä") && is_one_of(now, "aäoöie"));
}

/* What the last consonant may become, where it does not fall out: Hanko, Hangon; Lahti, Lahden;
 * Vesanto, Vesannon; Outokumpu, Outokummun; Orivesi, Oriveden. */
static bool is_form_of_consonant(uint32_t now, uint32_t before)
{
	return now == before || (before == 'k' && is_one_of(now, "gjv")) ||
	       (before == 'p' && is_one_of(now, "vm")) ||
	       (before == 't' && is_one_of(now, "dnlr")) || (before == 's' && is_one_of(now, "dt"));
}

/* May the word go on so where the name ends in these two letters? A name ends in far fewer ways
 * than words do: "Turvallisuus" is no form of "Turku". */
static bool is_form_of_end(const char *word, size_t stem, uint32_t last_but_one, uint32_t last)
{
	uint32_t first = letter_at(word, stem), second = letter_at(word, stem + 1);

	if (last == 't' || is_vowel(last_but_one) || !is_vowel(last))
		return last == 't' || first == last_but_one; /* Virrat, Virroilla: a plural */
	if (is_vowel(first)) /* the consonant has fallen out: Turku, Turun; Loppi, Lopen */
		return is_one_of(last_but_one, "kpt") &&
		       (first == last || (last == 'i' && first == 'e'));
	if (last_but_one == 's' && first == 't' && second == 't') /* Orivesi, Orivettä */
		return true;
	return is_form_of_consonant(first, last_but_one) && is_form_of_vowel(second, last);
}

/* The name of a municipality or a person, in the cases of Finnish and the genitive of Swedish:
 * "Kaskinen, Kaskisissa" loses three letters, a longer name two, one of four letters one. */
static bool is_case_form(const char *word, const char *name)
{
	size_t letters = utf8_length(name), length = utf8_length(word), bytes = strlen(name);

	if (letters >= 6 && strcmp(name + bytes - 3, "nen") == 0)
		return length + 1 >= letters && length <= letters + 8 &&
		       same_beginning(word, name, letters - 3) &&
		       is_one_of(letter_at(word, letters - 3), "ns");
	if (!is_form_of(word, name) || letters < 4)
		return is_form_of(word, name);
	if (letters == 4)
		return is_form_of_vowel(letter_at(word, 3), letter_at(name, 3));
	return is_form_of_end(
		word, letters - 2, letter_at(name, letters - 2), letter_at(name, letters - 1));
}

static bool starts_with_capital(const char *word)
{
	uint32_t code, folded;
	struct arena arena = { 0 };

	utf8_decode(word, &code);
	utf8_decode(utf8_fold(&arena, word), &folded);
	arena_clear(&arena);
	return code != folded;
}

/* Words that names are made of but that name nobody. */
static bool is_common(const char *word)
{
	static const char *const common[] = { "kunta", "kaupunki", "kommun", "stad", "oy", "ab",
		"ry", "rf", "tiimi", "team" };

	for (size_t i = 0; i < LEN(common); i++)
		if (strcmp(word, common[i]) == 0)
			return true;
	return false;
}

/* Is the word a form of one of the words of the name? */
static bool names_it(struct arena *arena, const char *folded, const char *name, size_t shortest,
	bool (*is_its_form)(const char *word, const char *name))
{
	char *words = utf8_fold(arena, name);

	for (char *rest = words, *word; (word = strtok_r(rest, " ,.-()/", &rest)) != NULL;)
		if (utf8_length(word) >= shortest && !is_common(word) && is_its_form(folded, word))
			return true;
	return false;
}

static const char *kind_of_word(struct scan *scan, const struct names *names, const char *word)
{
	const char *folded = utf8_fold(scan->arena, word);
	bool capital = starts_with_capital(word);

	for (size_t i = 0; i < names->n; i++) {
		const struct name *name = &names->rows[i];
		enum finding_kind kind = finding_kind_of(name->kind);
		bool team = kind == FINDING_TEAM || kind == FINDING_ORGANIZATION;
		bool by_case = kind == FINDING_MUNICIPALITY || kind == FINDING_JUROR ||
			       kind == FINDING_PERSON;

		if ((team || capital) && names_it(scan->arena, folded, name->text, team ? 4 : 2,
						 by_case ? is_case_form : is_form_of))
			return name->kind;
	}
	return NULL;
}

static bool has(const char *text, size_t n, const char *part)
{
	return memmem(text, n, part, strlen(part)) != NULL;
}

static bool digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isdigit((unsigned char)text[i]))
			return false;
	return true;
}

/* Addresses and identity codes: what stands between blanks, without the punctuation around it. */
static const char *kind_of_token(const char *t, size_t n)
{
	static const char *const ends[] = { ".fi", ".com", ".net", ".org", ".io", ".eu", ".se",
		".ax" };

	if (has(t, n, "@"))
		return "email";
	if (has(t, n, "://") || (n > 4 && strncasecmp(t, "www.", 4) == 0))
		return "link";
	for (size_t i = 0; i < LEN(ends); i++)
		if (n > strlen(ends[i]) + 1 &&
			strncasecmp(t + n - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
			return "link";
	if ((n == 9 && digits(t, 7) && t[7] == '-' && isdigit((unsigned char)t[8])) ||
		(n == 10 && strncasecmp(t, "FI", 2) == 0 && digits(t + 2, 8)))
		return "business_id";
	if (n == 11 && digits(t, 6) && strchr("-+ABCDEFUVWXY", t[6]) != NULL && digits(t + 7, 3) &&
		isalnum((unsigned char)t[10]))
		return "personal_id";
	return NULL;
}

/* Seven digits or more that begin like a telephone number, with blanks and hyphens between. */
static size_t phone_at(const char *t)
{
	size_t count = 0, i = 0, last = 0;

	if (*t != '+' && *t != '0')
		return 0;
	for (i = *t == '+' ? 1 : 0; t[i] != '\0'; i++) {
		if (isdigit((unsigned char)t[i])) {
			count++;
			last = i + 1;
		} else if ((t[i] != ' ' && t[i] != '-') || !isdigit((unsigned char)t[i + 1])) {
			break;
		}
	}
	return count >= 7 && count <= 15 ? last : 0;
}

/* Scans one token; words inside of it ("Maija-Liisa") are looked at one by one. */
static void scan_words(struct scan *scan, const struct names *names, size_t start, size_t end)
{
	size_t at = start;

	while (at < end) {
		uint32_t code;
		size_t from = at;

		while (at < end && utf8_decode(scan->text + at, &code) > 0 && is_letter(code))
			at += utf8_decode(scan->text + at, &code);
		if (at > from) {
			char *word = arena_printf(
				scan->arena, "%.*s", (int)(at - from), scan->text + from);
			const char *kind = kind_of_word(scan, names, word);

			if (kind != NULL)
				add(scan, kind, from, at - from);
		} else {
			at++;
		}
	}
}

static void scan_text(struct scan *scan, const struct names *names)
{
	const char *text = scan->text;

	for (size_t at = 0; text[at] != '\0';) {
		size_t phone =
			at == 0 || !isalnum((unsigned char)text[at - 1]) ? phone_at(text + at) : 0;
		size_t end = at + strcspn(text + at, " \n\t"), stop = end;

		if (end == at) {
			at++;
			continue;
		}
		while (stop > at && strchr(".,;:!?)\"'", text[stop - 1]) != NULL)
			stop--;
		while (at < stop && strchr("(\"'", text[at]) != NULL)
			at++;
		const char *kind = kind_of_token(text + at, stop - at);
		if (kind != NULL) {
			add(scan, kind, at, stop - at);
		} else if (phone > 0) {
			add(scan, "phone", at, phone);
			end = at + phone > end ? at + phone : end;
		} else {
			scan_words(scan, names, at, stop);
		}
		at = end;
	}
}

void traces_find(struct arena *arena, const struct item *item, const struct names *names,
	struct findings *findings)
{
	struct scan title = { arena, item, true, item->title, findings, "", false };
	struct scan body = { arena, item, false, item->body, findings, "", false };

	scan_text(&title, names);
	scan_text(&body, names);
}

/* "Kaiku_Oy.pdf" is read as words, without its ending. */
static const char *words_of_name(struct arena *arena, const char *name)
{
	const char *dot = strrchr(name, '.');
	char *words = arena_bytes(arena, name, dot == NULL ? strlen(name) : (size_t)(dot - name));

	for (char *c = words; *c != '\0'; c++)
		*c = strchr("_-.+", *c) != NULL ? ' ' : *c;
	return words;
}

void traces_find_file(struct arena *arena, const struct item *item, const char *name,
	const char *text, const struct names *names, struct findings *findings)
{
	struct scan called = { arena, item, false, words_of_name(arena, name), findings, name,
		true };
	struct scan said = { arena, item, false, text == NULL ? name : text, findings, name,
		false };

	scan_text(&called, names);
	if (text != NULL)
		scan_text(&said, names);
	else
		add(&said, "unsearched", 0, strlen(name));
}

void traces_add_unseen(
	struct arena *arena, const struct item *item, const char *name, struct findings *findings)
{
	struct scan whole = { arena, item, false, name, findings, name, false };

	add(&whole, "unseen", 0, strlen(name));
}

/* Words that a number beside them is a score by, as they begin. */
static bool is_score_word(struct arena *arena, const char *word, const struct scale *scale)
{
	static const char *const begin[] = { "piste", "pist", "poäng", "point", "score", "arvosan",
		"betyg" };
	const char *folded = utf8_fold(arena, word);

	for (size_t i = 0; i < LEN(begin); i++)
		if (strncmp(folded, begin[i], strlen(begin[i])) == 0)
			return true;
	for (size_t i = 0; i < scale->n; i++)
		if (names_it(arena, folded, scale->names[i], 4, is_form_of))
			return true;
	return false;
}

/* What a decimal before it measures is no score: "1,5 miljoonaa". */
static bool is_unit(struct arena *arena, const char *word)
{
	static const char *const begin[] = { "%", "€", "milj", "mrd", "eur", "km", "kilo", "metr",
		"meter", "hehtaar", "hektar", "tunti", "tuntia", "tim", "vuo", "år", "kuuk", "mån",
		"prosent", "procent", "percent", "hour", "year", "month", "kert", "gång", "times" };
	const char *folded = utf8_fold(arena, word);

	for (size_t i = 0; i < LEN(begin); i++)
		if (strncmp(folded, begin[i], strlen(begin[i])) == 0)
			return true;
	return false;
}

/* A number of points with which a text goes on: "7", "7,5", "8/10". */
struct points {
	size_t length;      /* bytes; 0: none */
	int64_t whole;      /* its whole part */
	bool decimals, out; /* out: "of the highest", as in 8/10 */
};

static struct points points_at(const char *text, int64_t most)
{
	struct points p = { 0 };
	int64_t highest = 0;
	size_t at = 0;

	for (; isdigit((unsigned char)text[at]) && at < 4; at++)
		p.whole = p.whole * 10 + (text[at] - '0');
	if (at == 0 || isdigit((unsigned char)text[at]) || p.whole > most)
		return p;
	if (strchr(",.", text[at]) != NULL && isdigit((unsigned char)text[at + 1])) {
		p.decimals = true;
		for (at++; isdigit((unsigned char)text[at]);)
			at++;
	}
	p.length = at;
	if (text[at] != '/')
		return p;
	for (at++; isdigit((unsigned char)text[at]) && highest < 10000; at++)
		highest = highest * 10 + (text[at] - '0');
	p.out = highest == most;
	p.length = p.out ? at : 0; /* a third is no score, nor is a day */
	return p;
}

/* "7–8 pistettä" has two. */
static size_t dash_at(const char *text)
{
	return *text == '-' ? 1 : strncmp(text, "–", strlen("–")) == 0 ? strlen("–") : 0;
}

static bool ends_number(const char *text)
{
	return strchr(" \n\t.,;:!?)(%\"'", *text) != NULL || dash_at(text) > 0;
}

/* The word that begins there, or behind blanks and marks; "" at the end of a line. */
static const char *word_at(struct arena *arena, const char *text)
{
	const char *from = text + strspn(text, " (:=\"'");

	if (dash_at(text) > 0) /* the word behind the other end of a range */
		from = text + dash_at(text) + strspn(text + dash_at(text), "0123456789,. ");
	return arena_bytes(arena, from, strcspn(from, " \n\t.,;:!?)(\"'"));
}

static bool is_score(struct scan *scan, const struct scale *scale, const char *before,
	const struct points *p, const char *behind)
{
	const char *next = word_at(scan->arena, behind);

	if (p->out || is_score_word(scan->arena, before, scale) ||
		is_score_word(scan->arena, next, scale))
		return true;
	return p->decimals && strchr(".,", *behind) == NULL ? !is_unit(scan->arena, next) :
							      p->decimals;
}

void traces_find_scores(struct arena *arena, const struct item *item, const struct scale *scale,
	struct findings *findings)
{
	struct scan scan = { arena, item, false, item->body, findings, "", false };
	const char *text = item->body, *before = "";

	for (size_t at = 0; text[at] != '\0';) {
		struct points p = points_at(text + at, scale->most);
		size_t length = strcspn(text + at, " \n\t.,;:!?)(=\"'");

		if (dash_at(text + at) > 0)
			length = dash_at(text + at);
		else if (p.length > 0 && ends_number(text + at + p.length)) {
			if (is_score(&scan, scale, before, &p, text + at + p.length))
				add(&scan, "score", at, p.length);
			length = p.length;
		} else if (length > 0) {
			before = arena_bytes(arena, text + at, length);
		}
		at += length > 0 ? length : 1;
	}
}
