/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <time.h>

#include "documents/finish.h"
#include "documents/markup.h"

static void put(struct piece *out, const char *text)
{
	piece_add(out, text, strlen(text));
}

static void put_made(const struct papers *papers, struct piece *out)
{
	time_t moment = (time_t)papers->made;
	char made[40];
	struct tm day;

	if (papers->made == 0)
		return;
	gmtime_r(&moment, &day);
	strftime(made, sizeof(made), "%Y-%m-%dT%H:%M:%SZ", &day);
	put(out, "<xmp:CreateDate>");
	put(out, made);
	put(out, "</xmp:CreateDate>\n<xmp:ModifyDate>");
	put(out, made);
	put(out, "</xmp:ModifyDate>\n");
}

void xmp_packet(const struct papers *papers, struct piece *out)
{
	const char *head = papers->rows[0].around[AROUND_HEAD];

	put(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		 "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
		 "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
		 "<dc:format>application/pdf</dc:format>\n"
		 "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	put_escaped(out, papers->rows[0].title);
	put(out, "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>");
	put_escaped(out, papers->rows[0].lang);
	put(out, "</rdf:li></rdf:Bag></dc:language>\n");
	if (head != NULL && *head != '\0') {
		put(out, "<dc:creator><rdf:Seq><rdf:li>");
		put_escaped(out, head);
		put(out, "</rdf:li></rdf:Seq></dc:creator>\n");
	}
	put(out, "<xmp:CreatorTool>Klash</xmp:CreatorTool>\n");
	put_made(papers, out);
	put(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
}
