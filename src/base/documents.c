/* SPDX-License-Identifier: MIT */
#include "src/base/documents.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
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

struct error documents_end(struct feeding *feeding)
{
	fclose(feeding->feed);
	int status = program_wait(feeding->pid);
	sigaction(SIGPIPE, &feeding->before, NULL);
	return writing_fault(status);
}
