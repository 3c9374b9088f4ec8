#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in ICU's headers, which clash with the ICU inside Foundation. Only the tail of the opaque
// encoding handler depends on the switch, and nothing here touches it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlreader.h>

static inline void guvence_xml_ignore(void *owner, xmlErrorPtr error) { (void)owner; (void)error; }

/// Errors of the encoding belong to no parser, so the library prints them where nobody took them. For this thread.
static inline void guvence_xml_silence(void) { xmlSetStructuredErrorFunc(NULL, guvence_xml_ignore); }

/// `xmlFree` is a mutable variable of the library, which Swift does not let us touch.
static inline void guvence_xml_free(xmlChar *text) { xmlFree(text); }
