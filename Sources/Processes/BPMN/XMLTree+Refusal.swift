internal import CXML
import GuvenceCore

/// What the parser found, in words for whoever has the file.
extension XMLTree {
  static func refusal(_ error: xmlError) -> Refusal {
    let (line, column) = (Int(error.line), max(1, Int(error.int2)))
    let encodings = [
      XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
      XML_I18N_CONV_FAILED,
    ]
    if encodings.contains(where: { error.code == Int32($0.rawValue) }) { return .encoding(line: line, column: column) }
    let said = error.message.map { String(cString: $0) } ?? ""
    // The library has no number of its own for these.
    if error.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue) {
      if said.contains("depth") { return .deep(line: line) }
      if said.contains("Huge input") { return .huge(line: line) }
    }
    let known = reasons.first { error.code == Int32($0.code.rawValue) }?.reason
    return .malformed(line: line, column: column, reason: known ?? Localized(said.trimmed, said.trimmed))
  }

  private static let reasons: [(code: xmlParserErrors, reason: Localized)] = [
    (XML_ERR_DOCUMENT_EMPTY, Localized("dosya XML ile başlamıyor", "the file does not begin with XML")),
    (XML_ERR_DOCUMENT_END, Localized("kök öğe yok ya da birden çok", "there is no root element, or more than one")),
    (
      XML_ERR_TAG_NAME_MISMATCH,
      Localized("açılan ve kapanan etiketler eşleşmiyor", "opening and closing tags do not match")
    ),
    (XML_ERR_TAG_NOT_FINISHED, Localized("kapanmamış bir etiket var", "a tag is not closed")),
    (XML_ERR_GT_REQUIRED, Localized("bir etiketin sonu okunamıyor", "the end of a tag cannot be read")),
    (XML_ERR_LTSLASH_REQUIRED, Localized("kapanmamış bir etiket var", "a tag is not closed")),
    (
      XML_ERR_ATTRIBUTE_REDEFINED,
      Localized("bir etikette aynı öznitelik iki kez yazılmış", "a tag gives the same attribute twice")
    ),
    (
      XML_ERR_ATTRIBUTE_NOT_STARTED,
      Localized("bir özniteliğin değeri tırnak içinde değil", "the value of an attribute is not in quotation marks")
    ),
    (
      XML_ERR_ATTRIBUTE_NOT_FINISHED,
      Localized("bir özniteliğin değeri bitmiyor", "the value of an attribute does not end")
    ),
    (XML_ERR_ATTRIBUTE_WITHOUT_VALUE, Localized("bir özniteliğin değeri yok", "an attribute has no value")),
    (
      XML_ERR_LT_IN_ATTRIBUTE,
      Localized("bir özniteliğin değerinde «<» işareti var", "the value of an attribute holds «<»")
    ),
    (XML_ERR_NAME_REQUIRED, Localized("«&» ya da «<» işaretinden sonra ad gelmiyor", "no name follows «&» or «<»")),
    (
      XML_ERR_ENTITYREF_SEMICOL_MISSING,
      Localized("«&» ile başlayan adın sonunda «;» yok", "a name that begins with «&» has no «;» at its end")
    ),
    (
      XML_ERR_UNDECLARED_ENTITY,
      Localized(
        "XML'de olmayan bir varlık adı (&ad;) kullanılmış", "an entity name (&name;) is used that XML does not have")
    ),
    (XML_ERR_INVALID_CHARREF, Localized("bir karakterin numarası geçersiz", "the number of a character is not valid")),
    (
      XML_ERR_RESERVED_XML_NAME,
      Localized(
        "XML bildiriminden önce boşluk ya da başka bir karakter var",
        "white space or another character stands before the XML declaration")
    ),
    (XML_ERR_COMMENT_NOT_FINISHED, Localized("bitmeyen bir açıklama var", "a comment does not end")),
    (XML_ERR_PI_NOT_FINISHED, Localized("bitmeyen bir yönerge var", "an instruction does not end")),
    (XML_ERR_CDATA_NOT_FINISHED, Localized("bitmeyen bir CDATA bölümü var", "a CDATA section does not end")),
  ]
}
