/* SPDX-License-Identifier: MIT */
#include "src/base/documents.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "documents/lines.h"
#include "src/base/beside.h"
#include "src/base/i18n.h"
#include "src/base/program.h"

enum { PATIENCE = 120 }; /* seconds; it has less of its own */

static const char *where; /* NULL: beside this program */

void documents_at(const char *path)
{
	where = path;
}

static bool find(char *path)
{
	if (where != NULL)
		snprintf(path, PATH_MAX, "%s", where);
	else if (!beside_program(
			 "/libexec/klash/klash-documents", "/documents/klash-documents", path))
		return false;
	return access(path, X_OK) == 0;
}

static struct error missing(void)
{
	return rule(N_("The program klash-documents, which reads and writes workbooks, is missing "
		       "beside Klash. Install Klash again, or use a CSV file."));
}

/* What is wrong with a workbook that was to be read. */
static struct error reading_fault(int status)
{
	switch (status) {
	case 0:
		return ok();
	case FAULT_PACKED:
		return rule(N_("This is no workbook (XLSX), or the file is damaged. Open it in the "
			       "spreadsheet program and save it again."));
	case FAULT_LOCKED:
		return rule(N_("The workbook has a password. Save it without one and import "
			       "that."));
	case FAULT_WORKBOOK:
		return rule(
			N_("This is a packed file, but no workbook (XLSX). Save the list as XLSX "
			   "or CSV and import that."));
	case FAULT_DAMAGED:
		return rule(
			N_("The workbook is damaged: a part of it cannot be read. Open it in the "
			   "spreadsheet program and save it again."));
	case FAULT_SHEET:
		return fail(E_NOT_FOUND, "sheet");
	default: /* its limits ended it, or a signal */
		return rule(N_("The workbook is larger than can be taken. Save the list as CSV and "
			       "import that."));
	}
}

/* Why a list is no workbook now. */
static struct error writing_fault(int status)
{
	switch (status) {
	case 0:
		return ok();
	case FAULT_TEXT:
		return rule(N_("A text is longer than the 32,767 characters that a cell of a "
			       "workbook can hold. Choose CSV."));
	case FAULT_OUTPUT:
		return fail(E_FULL, NULL);
	default:
		return rule(N_("The list is larger than a workbook can be. Choose CSV."));
	}
}

struct error documents_read(
	const char *verb, const char *argument, int in, size_t most, struct buffer *out)
{
	char path[PATH_MAX];
	int status;

	if (!find(path))
		return missing();
	TRY(program_read(
		(const char *[]){ path, verb, argument, NULL }, in, PATIENCE, most, out, &status));
	return reading_fault(status);
}

static void ignore_pipe(struct feeding *feeding)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &feeding->before);
}

struct error documents_start(const char *verb, int out, struct feeding *feeding)
{
	char path[PATH_MAX];
	int ends[2];

	*feeding = (struct feeding){ 0 };
	if (!find(path))
		return missing();
	if (pipe2(ends, O_CLOEXEC) != 0)
		return (struct error){ .code = E_IO, .low = errno };
	struct error e =
		program_between((const char *[]){ path, verb, NULL }, ends[0], out, &feeding->pid);
	close(ends[0]);
	if (e.code != E_OK) {
		close(ends[1]);
		return e;
	}
	feeding->feed = fdopen(ends[1], "w");
	if (feeding->feed == NULL) {
		e = (struct error){ .code = E_IO, .low = errno };
		close(ends[1]);
		(void)program_wait(feeding->pid);
		return e;
	}
	ignore_pipe(feeding);
	return ok();
}

static int finish(struct feeding *feeding)
{
	fclose(feeding->feed);
	int status = program_wait(feeding->pid);
	sigaction(SIGPIPE, &feeding->before, NULL);
	return status;
}

struct error documents_end(struct feeding *feeding)
{
	return writing_fault(finish(feeding));
}

/* Why there is no document now. */
static struct error making_fault(int status)
{
	switch (status) {
	case 0:
		return ok();
	case FAULT_FONT:
		return rule(N_("The fonts of documents (Liberation) are not installed on this "
			       "machine. Install the package fonts-liberation, or choose a web "
			       "page."));
	case FAULT_LARGE:
		return rule(N_("The document is larger than can be made. Choose a web page."));
	case FAULT_OUTPUT:
		return fail(E_FULL, NULL);
	default: /* its limits ended it, or a signal */
		return rule(N_("The program klash-documents ended before the document was made: "
			       "nothing was written. Try again, or choose a web page."));
	}
}

static struct error add_file(int file, struct buffer *out)
{
	char block[1 << 16];
	ssize_t n = lseek(file, 0, SEEK_SET) != 0 ? -1 : 1;

	while (n > 0 && (n = read(file, block, sizeof(block))) > 0)
		buffer_add(out, block, (size_t)n);
	return n == 0 ? ok() : (struct error){ .code = E_IO, .low = errno };
}

/* Into a file without a name: what is half made is nowhere. */
struct error documents_made(const char *verb, void (*say)(const void *arg, FILE *feed),
	const void *arg, struct buffer *out)
{
	struct feeding feeding;
	char path[PATH_MAX];

	if (!find(path))
		return rule(N_("The program klash-documents, which makes PDF and ODT, is missing "
			       "beside Klash. Install Klash again, or choose a web page."));
	int file = memfd_create("klash", MFD_CLOEXEC);
	if (file < 0)
		return (struct error){ .code = E_IO, .low = errno };
	struct error e = documents_start(verb, file, &feeding);
	if (e.code == E_OK) {
		say(arg, feeding.feed);
		e = making_fault(finish(&feeding));
	}
	if (e.code == E_OK)
		e = add_file(file, out);
	close(file);
	return e;
}

enum { SAID_MAX = 64 << 20 };

/* A file without a name that holds them; -1 with errno. */
static int hold(const void *bytes, size_t n)
{
	int file = memfd_create("document", MFD_CLOEXEC);
	size_t done = 0;

	while (file >= 0 && done < n) {
		ssize_t written = write(file, (const char *)bytes + done, n - done);

		if (written <= 0) {
			close(file);
			return -1;
		}
		done += (size_t)written;
	}
	return file;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n\f")] == '\0';
}

/* Only what people or their programs wrote: the rest of it are words of pdfinfo. */
static void add_properties(struct buffer *out, const char *info)
{
	static const char *const written[] = {
		"Title:", "Subject:", "Keywords:", "Author:", "Creator:", "Producer:"
	};

	for (const char *at = info; *at != '\0'; at += *at == '\n') {
		size_t n = strcspn(at, "\n");

		for (size_t i = 0; i < LEN(written); i++)
			if (strncmp(at, written[i], strlen(written[i])) == 0) {
				buffer_add(out, "\n", 1);
				buffer_add(out, at + strlen(written[i]), n - strlen(written[i]));
			}
		at += n;
	}
}

/* "Author:         Maija Malli" */
static bool has_author(const char *info)
{
	const char *at = strncmp(info, "Author:", 7) == 0 ? info : strstr(info, "\nAuthor:");

	at = at == NULL ? "" : strchr(at, ':') + 1;
	at += strspn(at, " ");
	return *at != '\0' && *at != '\n';
}

static struct error say_one(
	const char *path, const char *verb, const char *argument, int file, struct buffer *out)
{
	int status;

	if (lseek(file, 0, SEEK_SET) != 0)
		return (struct error){ .code = E_IO, .low = errno };
	TRY(program_read((const char *[]){ path, verb, argument, NULL }, file, PATIENCE, SAID_MAX,
		out, &status));
	return status == 0 ? ok() : fail(E_NOT_FOUND, "file");
}

static struct error say_pdf(const char *path, int file, struct buffer *out, bool *unseen)
{
	struct buffer info = { 0 };

	TRY(say_one(path, "say-pdf", "text", file, out));
	*unseen = out->text == NULL || is_blank(out->text);
	struct error e = say_one(path, "say-pdf", "info", file, &info);
	if (e.code == E_OK && info.text != NULL) {
		*unseen = *unseen || has_author(info.text);
		add_properties(out, info.text);
		buffer_text(out, "\n");
	}
	buffer_clear(&info);
	return e.code == E_OK ? say_one(path, "say-pdf", "meta", file, out) : e;
}

static struct error say_packed(const char *path, int file, struct buffer *out, bool *unseen)
{
	struct buffer said = { 0 };
	struct error e = say_one(path, "say-document", NULL, file, &said);

	if (e.code == E_OK && (said.text == NULL || said.length < 2))
		e = fail(E_NOT_FOUND, "file");
	if (e.code == E_OK) {
		*unseen = said.text[0] == '1' || is_blank(said.text + 2);
		buffer_text(out, said.text + 2);
	}
	buffer_clear(&said);
	return e;
}

static bool is_packed_document(const char *media)
{
	return strcmp(media, "application/vnd.oasis.opendocument.text") == 0 ||
	       strcmp(media,
		       "application/vnd.openxmlformats-officedocument.wordprocessingml.document") ==
		       0;
}

struct error documents_say(
	const char *media, const void *bytes, size_t n, struct buffer *out, bool *unseen)
{
	bool is_pdf = strcmp(media, "application/pdf") == 0;
	char path[PATH_MAX];

	if ((!is_pdf && !is_packed_document(media)) || !find(path))
		return fail(E_NOT_FOUND, "file");
	int file = hold(bytes, n);
	if (file < 0)
		return (struct error){ .code = E_IO, .low = errno };
	struct error e =
		is_pdf ? say_pdf(path, file, out, unseen) : say_packed(path, file, out, unseen);
	close(file);
	return e;
}
