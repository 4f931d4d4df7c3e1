/* SPDX-License-Identifier: MIT
 * klash-documents: reads and writes what office programs do, for klash, which starts it for one
 * file at a time and knows none of their libraries. It opens no file by name and has no
 * competition: a workbook that harms it harms nothing else. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "documents/limits.h"
#include "documents/book.h"
#include "documents/odt.h"
#include "documents/pdf.h"
#include "documents/said.h"
#include "documents/xlsx_out.h"

static enum line_fault read_sheets(struct book *workbook, const char *name)
{
	size_t written = 0, found = 0;

	for (size_t i = 0; i < workbook->sheet_count; i++) {
		const struct sheet *sheet = &workbook->sheets[i];

		if (name == NULL ? !sheet->visible : strcmp(sheet->name, name) != 0)
			continue;
		found++;
		fputs("S\t", stdout);
		fputs(sheet->visible ? "1" : "0", stdout);
		line_field(stdout, '\0', sheet->name);
		putc('\n', stdout);
		enum line_fault fault = sheet_read(workbook, sheet, stdout, &written);
		if (fault != FAULT_NONE)
			return fault;
	}
	return found > 0 ? FAULT_NONE : FAULT_SHEET;
}

/* Every visible sheet, or the one of that name. */
static enum line_fault read_xlsx(const char *sheet)
{
	struct book workbook;
	enum line_fault fault = book_open(&workbook, stdin);

	if (fault == FAULT_NONE)
		fault = read_sheets(&workbook, sheet);
	book_close(&workbook);
	if (fault == FAULT_NONE)
		puts(".");
	return fault;
}

int main(int argc, char **argv)
{
	enum line_fault fault;

	if (!limits_set())
		return 1;
	if (argc >= 2 && argc <= 3 && strcmp(argv[1], "read-xlsx") == 0)
		fault = read_xlsx(argv[2]);
	else if (argc == 2 && strcmp(argv[1], "write-xlsx") == 0)
		fault = write_xlsx(stdin, stdout);
	else if (argc == 2 && strcmp(argv[1], "write-pdf") == 0)
		fault = write_pdf(stdin, stdout);
	else if (argc == 2 && strcmp(argv[1], "write-odt") == 0)
		fault = write_odt(stdin, stdout);
	else if (argc == 2 && strcmp(argv[1], "say-document") == 0)
		fault = say_document(stdin, stdout);
	else if (argc == 3 && strcmp(argv[1], "say-pdf") == 0)
		fault = say_pdf(argv[2]);
	else
		return 2;
	bool arrived = fflush(stdout) == 0 && ferror(stdout) == 0;
	return (int)(fault == FAULT_NONE && !arrived ? FAULT_OUTPUT : fault);
}
