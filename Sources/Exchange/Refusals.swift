import GuvenceCore

/// The words of every refusal, in one place.
extension ExchangeRefusal {
  static func unreadable(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(.unreadable, at: .file(file), Localized("Dosya okunamadı", "The file cannot be read"))
  }

  static func unwritable(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(.unwritable, at: .file(file), Localized("Dosya yazılamadı", "The file cannot be written"))
  }

  static func fileTooLarge(_ file: String, _ limits: ExchangeLimits) -> ExchangeRefusal {
    let size = limits.fileBytes >> 20
    return ExchangeRefusal(
      .tooLarge, at: .file(file),
      Localized("Dosya \(size) MiB sınırını aşıyor", "The file is larger than \(size) MiB"),
      remedy: Localized("Dosyayı bölerek yükleyin", "Split the file"))
  }

  static func tooMuchData(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .tooLarge, at: .file(file),
      Localized(
        "Dosyada tek seferde alınabilecek olandan çok hücre var", "The file holds more cells than can be taken at once"),
      remedy: Localized("Dosyayı bölerek yükleyin", "Split the file"))
  }

  static func cellTooLong(at place: Diagnostic.Place, _ limits: ExchangeLimits) -> ExchangeRefusal {
    let size = limits.cellBytes >> 10
    return ExchangeRefusal(
      .tooLarge, at: place,
      Localized("Bir hücrenin metni \(size) KiB sınırını aşıyor", "The text of one cell is larger than \(size) KiB"),
      remedy: Localized("Kapanmamış bir tırnak işareti olabilir", "A quotation mark may not be closed"))
  }

  static func notATable(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .notATable, at: .file(file),
      Localized("Dosya bir Excel çalışma kitabı (.xlsx) değil", "The file is not an Excel workbook (.xlsx)"),
      remedy: Localized("Tabloyu .xlsx veya .csv olarak kaydedin", "Save the table as .xlsx or .csv"))
  }

  static func oldFormat(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .oldFormat, at: .file(file),
      Localized(
        "Dosya eski (.xls), ikili (.xlsb) veya parolalı bir Excel dosyası",
        "The file is an old (.xls), binary (.xlsb) or password-protected Excel file"),
      remedy: Localized("Parolasını kaldırıp .xlsx olarak kaydedin", "Remove the password and save it as .xlsx"))
  }

  static func damaged(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .damaged, at: .file(file), Localized("Dosya eksik veya bozuk", "The file is cut or damaged"),
      remedy: Localized("Dosyayı yeniden alın veya kaydedin", "Obtain or save the file again"))
  }

  static func encrypted(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .encrypted, at: .file(file), Localized("Dosya parolayla korunuyor", "The file is protected with a password"),
      remedy: Localized("Parolasını kaldırıp yeniden kaydedin", "Remove the password and save it again"))
  }

  /// `count` is `nil` where the entries were not even counted.
  static func tooManyEntries(_ file: String, _ count: Int?, _ limits: ExchangeLimits) -> ExchangeRefusal {
    let found = count.map { " (\($0))" } ?? ""
    return ExchangeRefusal(
      .tooManyEntries, at: .file(file),
      Localized(
        "Dosyanın içinde çok fazla parça var\(found), sınır \(limits.entries)",
        "The file holds too many entries\(found), the limit is \(limits.entries)"))
  }

  static func unsafeName(_ file: String, _ name: String) -> ExchangeRefusal {
    let shown = String(String.UnicodeScalarView(name.unicodeScalars.prefix(80).filter { $0.value >= 0x20 }))
    return ExchangeRefusal(
      .unsafeName, at: .file(file),
      Localized("Dosyanın içinde güvenli olmayan bir ad var: \(shown)", "The file holds an unsafe entry name: \(shown)")
    )
  }

  static func bomb(_ file: String, part: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .bomb, at: .file(file),
      Localized(
        "Dosyanın içi açıldığında aşırı büyüyor: \(part)", "The file expands to an absurd size: \(part)"))
  }

  static func doctype(_ file: String, part: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .doctype, at: .file(file),
      Localized(
        "Dosyada izin verilmeyen bir DOCTYPE bildirimi var: \(part)",
        "The file carries a DOCTYPE, which is not accepted: \(part)"))
  }

  static func malformed(_ file: String, part: String, line: Int = 0) -> ExchangeRefusal {
    let (at, atLine) = line > 0 ? (", satır \(line)", ", line \(line)") : ("", "")
    return ExchangeRefusal(
      .malformed, at: .file(file),
      Localized("Dosyanın içindeki XML bozuk: \(part)\(at)", "The XML inside the file is malformed: \(part)\(atLine)"))
  }

  static func tooDeep(_ file: String, part: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .tooDeep, at: .file(file),
      Localized(
        "Dosyanın içindeki XML aşırı derin: \(part)", "The XML inside the file is nested too deeply: \(part)"))
  }

  static func outOfBounds(at place: Diagnostic.Place) -> ExchangeRefusal {
    ExchangeRefusal(
      .outOfBounds, at: place,
      Localized(
        "Satır veya sütun numarası bir çalışma sayfasının sınırlarını aşıyor (1.048.576 satır, 16.384 sütun)",
        "A row or column lies beyond the limits of a worksheet (1,048,576 rows, 16,384 columns)"))
  }

  static func missingPart(_ file: String, _ part: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .missingPart, at: .file(file),
      Localized("Dosyada beklenen parça yok: \(part)", "A part is missing from the file: \(part)"))
  }

  static func notText(_ file: String) -> ExchangeRefusal {
    ExchangeRefusal(
      .notText, at: .file(file),
      Localized(
        "Dosya okunabilir bir metin değil (UTF-8, UTF-16 veya windows-1254 bekleniyor)",
        "The file is not readable text (UTF-8, UTF-16 or windows-1254 expected)"),
      remedy: Localized("Tabloyu .xlsx veya UTF-8 .csv olarak kaydedin", "Save the table as .xlsx or UTF-8 .csv"))
  }

  static func unstorable(at place: Diagnostic.Place) -> ExchangeRefusal {
    ExchangeRefusal(
      .unstorable, at: place,
      Localized(
        "Metin Excel'in bir hücre için koyduğu 32.767 karakter sınırını aşıyor",
        "The text is longer than the 32,767 characters Excel allows in a cell"))
  }
}
