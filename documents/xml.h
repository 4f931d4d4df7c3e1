/* SPDX-License-Identifier: MIT
 * Elements and text of one part, without namespaces. No part of a workbook has a document type: one
 * that has is refused before anything in it can be expanded. */
#pragma once

#include <expat.h>

#include "documents/package.h"

struct xml;

struct xml_handler {
	/* The value of an attribute by xml_attribute. Anything but FAULT_NONE ends the reading. */
	enum line_fault (*start)(struct xml *xml, const char *element, const char **attributes);
	enum line_fault (*end)(struct xml *xml, const char *element);
	void (*text)(struct xml *xml, const char *text, size_t n);
};

struct xml {
	XML_Parser parser;
	const struct xml_handler *handler;
	void *arg;
	enum line_fault fault;
};

enum line_fault xml_read(
	struct package *package, const char *part, const struct xml_handler *handler, void *arg);
/* A name without its prefix. */
const char *xml_local(const char *name);
/* By its name without a prefix; NULL. */
const char *xml_attribute(const char **attributes, const char *name);
