/* SPDX-License-Identifier: MIT */
#include "src/export/field_cell.h"

#include "src/ground/record.h"

enum cell_kind field_cell_kind(const struct field *field)
{
	switch (field->meaning) {
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_EMAIL:
		return CELL_TEXT;
	case MEANS_CODE:
		return CELL_CODE;
	case MEANS_TIME:
		return CELL_MOMENT;
	case MEANS_DAY:
		return CELL_DAY;
	case MEANS_MONEY:
		return CELL_MONEY;
	case MEANS_NUMBER:
		return CELL_NUMBER;
	case MEANS_THOUSANDTHS:
	case MEANS_TENTHS:
		return CELL_DECIMAL;
	case MEANS_MINUTES:
		return CELL_CLOCK;
	case MEANS_FLAG:
		return CELL_FLAG;
	case MEANS_REF:
	case MEANS_NOTHING:
		break;
	}
	return CELL_UNSET;
}

static struct cell number_cell(const struct field *field, int64_t number)
{
	switch (field->meaning) {
	case MEANS_TIME:
		return cell_time(number);
	case MEANS_DAY:
		return cell_day(number);
	case MEANS_MONEY:
		return cell_money(number);
	case MEANS_NUMBER:
		return cell_number(number);
	case MEANS_THOUSANDTHS:
		return cell_decimal(number);
	case MEANS_TENTHS:
		return cell_decimal(number * 100);
	case MEANS_MINUTES:
		return cell_clock(number);
	case MEANS_FLAG:
		return cell_flag(number != 0);
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_EMAIL:
	case MEANS_CODE:
	case MEANS_REF:
	case MEANS_NOTHING:
		break;
	}
	return (struct cell){ 0 };
}

struct cell field_cell(const struct field *field, const void *row)
{
	if (field_cell_kind(field) == CELL_UNSET)
		return (struct cell){ 0 };
	if (field->meaning == MEANS_CODE)
		return cell_code(field->words, field_text(field, row));
	if (field->storage == STORED_TEXT)
		return cell_text(field_text(field, row));
	int64_t number = field_number(field, row);
	return field->none && number == 0 ? cell_null() : number_cell(field, number);
}
