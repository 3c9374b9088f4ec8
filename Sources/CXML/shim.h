#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in ICU's headers, which clash with the ICU inside Foundation. Only the tail of the opaque
// encoding handler depends on the switch, and nothing here touches it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlreader.h>

/// `xmlFree` is a mutable variable of the library, which Swift does not let us touch.
static inline void guvence_xml_free(xmlChar *text) { xmlFree(text); }
