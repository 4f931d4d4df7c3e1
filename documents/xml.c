/* SPDX-License-Identifier: MIT */
#include "documents/xml.h"

#include <string.h>

/* Names come as "namespace name": programs give the same namespace different prefixes, or none. */
enum { BETWEEN = ' ' };

const char *xml_local(const char *name)
{
	const char *space = strrchr(name, BETWEEN);

	return space == NULL ? name : space + 1;
}

static void stop(struct xml *xml, enum line_fault fault)
{
	if (fault == FAULT_NONE || xml->fault != FAULT_NONE)
		return;
	xml->fault = fault;
	XML_StopParser(xml->parser, XML_FALSE);
}

static void on_start(void *arg, const char *name, const char **attributes)
{
	struct xml *xml = arg;

	stop(xml, xml->handler->start(xml, xml_local(name), attributes));
}

static void on_end(void *arg, const char *name)
{
	struct xml *xml = arg;

	if (xml->handler->end != NULL)
		stop(xml, xml->handler->end(xml, xml_local(name)));
}

static void on_text(void *arg, const char *text, int n)
{
	struct xml *xml = arg;

	if (xml->handler->text != NULL && xml->fault == FAULT_NONE)
		xml->handler->text(xml, text, (size_t)n);
}

static void on_doctype(
	void *arg, const char *name, const char *system, const char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(arg, FAULT_DAMAGED);
}

static enum line_fault take(void *arg, const char *bytes, size_t n, bool last)
{
	struct xml *xml = arg;

	if (XML_Parse(xml->parser, bytes, (int)n, last) != XML_STATUS_OK)
		return xml->fault != FAULT_NONE                             ? xml->fault :
		       XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY ? FAULT_LARGE :
									      FAULT_DAMAGED;
	return FAULT_NONE;
}

enum line_fault xml_read(
	struct package *package, const char *part, const struct xml_handler *handler, void *arg)
{
	struct xml xml = { XML_ParserCreateNS(NULL, BETWEEN), handler, arg, FAULT_NONE };

	if (xml.parser == NULL)
		return FAULT_LARGE;
	XML_SetUserData(xml.parser, &xml);
	XML_SetElementHandler(xml.parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml.parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml.parser, on_doctype);
	enum line_fault fault = package_read(package, part, take, &xml);
	XML_ParserFree(xml.parser);
	return fault;
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (; attributes[0] != NULL; attributes += 2)
		if (strcmp(xml_local(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}
