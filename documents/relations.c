/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "documents/memory.h"
#include "documents/package.h"
#include "documents/xml.h"

struct reading {
	struct relations *relations;
	const char *folder; /* of the part, "" or "xl/" */
};

/* A target is relative to the part's folder, or from the top with a slash before it; "." and ".."
 * are taken out (RFC 3986, section 5.2.4). Never a path of the machine: only a part's name. */
static char *resolve(const char *folder, const char *target)
{
	struct piece whole = { 0 }, part = { 0 };
	char *rest, *step;

	piece_add(&whole, folder, *target == '/' ? 0 : strlen(folder));
	piece_add(&whole, target, strlen(target));
	piece_add(&part, "", 0);
	for (step = strtok_r(whole.text, "/", &rest); step != NULL;
		step = strtok_r(NULL, "/", &rest)) {
		char *last = strrchr(part.text, '/');

		if (strcmp(step, "..") == 0) {
			part.n = last == NULL ? 0 : (size_t)(last - part.text);
			part.text[part.n] = '\0';
		} else if (strcmp(step, ".") != 0) {
			piece_add(&part, "/", part.n > 0 ? 1 : 0);
			piece_add(&part, step, strlen(step));
		}
	}
	piece_clear(&whole);
	return part.text;
}

static const char *last_word(const char *type)
{
	const char *slash = strrchr(type, '/');

	return slash == NULL ? type : slash + 1;
}

static enum line_fault on_relation(struct xml *xml, const char *element, const char **attributes)
{
	struct reading *reading = xml->arg;
	struct relations *all = reading->relations;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	const char *mode = xml_attribute(attributes, "TargetMode");

	if (strcmp(element, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
		(mode != NULL && strcmp(mode, "External") == 0))
		return FAULT_NONE;
	all->rows = grow(all->rows, (all->n + 1) * sizeof(*all->rows));
	all->rows[all->n++] = (struct relation){ copy_text(id), copy_text(last_word(type)),
		resolve(reading->folder, target) };
	return FAULT_NONE;
}

enum line_fault relations_read(
	struct package *package, const char *part, struct relations *relations)
{
	static const struct xml_handler handler = { .start = on_relation };
	const char *slash = strrchr(part, '/'), *name = slash == NULL ? part : slash + 1;
	struct piece folder = { 0 }, of = { 0 };

	*relations = (struct relations){ 0 };
	piece_add(&folder, part, (size_t)(name - part));
	piece_add(&of, folder.text, folder.n);
	piece_add(&of, "_rels/", strlen("_rels/"));
	piece_add(&of, name, strlen(name));
	piece_add(&of, ".rels", strlen(".rels"));
	struct reading reading = { relations, folder.text };
	enum line_fault fault = xml_read(package, of.text, &handler, &reading);
	piece_clear(&folder);
	piece_clear(&of);
	return fault == FAULT_WORKBOOK ? FAULT_NONE : fault;
}

void relations_clear(struct relations *relations)
{
	for (size_t i = 0; i < relations->n; i++) {
		free(relations->rows[i].id);
		free(relations->rows[i].type);
		free(relations->rows[i].part);
	}
	free(relations->rows);
	*relations = (struct relations){ 0 };
}

const char *relation_by_id(const struct relations *relations, const char *id)
{
	for (size_t i = 0; i < relations->n; i++)
		if (strcmp(relations->rows[i].id, id) == 0)
			return relations->rows[i].part;
	return NULL;
}

const char *relation_by_type(const struct relations *relations, const char *type)
{
	for (size_t i = 0; i < relations->n; i++)
		if (strcmp(relations->rows[i].type, type) == 0)
			return relations->rows[i].part;
	return NULL;
}
