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
    return .malformed(line: line, column: column, reason: known ?? said.trimmed)
  }

  private static let reasons: [(code: xmlParserErrors, reason: String)] = [
    (XML_ERR_DOCUMENT_EMPTY, "dosya XML ile başlamıyor"), (XML_ERR_DOCUMENT_END, "kök öğe yok ya da birden çok"),
    (XML_ERR_TAG_NAME_MISMATCH, "açılan ve kapanan etiketler eşleşmiyor"),
    (XML_ERR_TAG_NOT_FINISHED, "kapanmamış bir etiket var"), (XML_ERR_GT_REQUIRED, "bir etiketin sonu okunamıyor"),
    (XML_ERR_LTSLASH_REQUIRED, "kapanmamış bir etiket var"),
    (XML_ERR_ATTRIBUTE_REDEFINED, "bir etikette aynı öznitelik iki kez yazılmış"),
    (XML_ERR_ATTRIBUTE_NOT_STARTED, "bir özniteliğin değeri tırnak içinde değil"),
    (XML_ERR_ATTRIBUTE_NOT_FINISHED, "bir özniteliğin değeri bitmiyor"),
    (XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "bir özniteliğin değeri yok"),
    (XML_ERR_LT_IN_ATTRIBUTE, "bir özniteliğin değerinde «<» işareti var"),
    (XML_ERR_NAME_REQUIRED, "«&» ya da «<» işaretinden sonra ad gelmiyor"),
    (XML_ERR_ENTITYREF_SEMICOL_MISSING, "«&» ile başlayan adın sonunda «;» yok"),
    (XML_ERR_UNDECLARED_ENTITY, "XML'de olmayan bir varlık adı (&ad;) kullanılmış"),
    (XML_ERR_INVALID_CHARREF, "bir karakterin numarası geçersiz"),
    (XML_ERR_RESERVED_XML_NAME, "XML bildiriminden önce boşluk ya da başka bir karakter var"),
    (XML_ERR_COMMENT_NOT_FINISHED, "bitmeyen bir açıklama var"), (XML_ERR_PI_NOT_FINISHED, "bitmeyen bir yönerge var"),
    (XML_ERR_CDATA_NOT_FINISHED, "bitmeyen bir CDATA bölümü var"),
  ]
}
