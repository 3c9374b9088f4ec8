import GuvenceCore
import GuvenceExchange

/// One line of a CSV of readings, as written.
struct ReadingRow {
  /// Columns by what they hold; the words under which each is recognised are folded.
  enum Field: String, CaseIterable {
    case code, when, period, value, note, reason

    var words: Set<String> {
      switch self {
      case .code: ["kod", "gosterge kodu", "code"]
      case .when: ["tarih", "gun", "olcum tarihi", "date", "day"]
      case .period: ["donem", "period"]
      case .value: ["deger", "olcum", "value"]
      case .note: ["not", "aciklama", "note"]
      case .reason: ["duzeltme gerekcesi", "gerekce", "reason"]
      }
    }
  }

  let file: String
  let line: Int
  let columns: [Field: Int]
  let code: String
  let when: String
  let value: String
  let note: String
  let reason: String

  /// The rows below the header, with what is remarkable about the file.
  static func read(path: String, name: String) throws -> (rows: [ReadingRow], findings: [Diagnostic]) {
    var columns: [Field: Int]?
    var rows: [ReadingRow] = []
    var findings: [Diagnostic] = []
    findings += try CSVReader(path: path, name: name).forEachRow { row in
      if let columns {
        rows.append(ReadingRow(row, columns, file: name))
      } else {
        columns = header(row)
        findings += missing(columns ?? [:], file: name, line: row.line)
      }
    }
    if columns == nil {
      findings.append(
        Diagnostic(
          .error, at: .file(name), code: "empty-file", text: Localized("Dosya boş", "The file is empty"),
          advice: Localized("Başlık satırı ekleyin", "Add a header row")))
    }
    return (Diagnostics(findings).hasErrors ? [] : rows, findings)
  }

  private init(_ row: Row, _ columns: [Field: Int], file: String) {
    func text(_ field: Field) -> String { columns[field].map { row.text($0).trimmed } ?? "" }
    (self.file, line, self.columns) = (file, row.line, columns)
    code = text(.code)
    when = text(.when).isEmpty ? text(.period) : text(.when)
    (value, note, reason) = (text(.value), text(.note), text(.reason))
  }

  private static func header(_ row: Row) -> [Field: Int] {
    var columns: [Field: Int] = [:]
    row.forEachCell { column, value in
      let word = TurkishText.fold(value.text.trimmed)
      if let field = Field.allCases.first(where: { $0.words.contains(word) }), columns[field] == nil {
        columns[field] = column
      }
    }
    return columns
  }

  private static func missing(_ columns: [Field: Int], file: String, line: Int) -> [Diagnostic] {
    var lacking: [String] = []
    if columns[.code] == nil { lacking.append("Kod") }
    if columns[.when] == nil, columns[.period] == nil { lacking.append("Tarih ya da Dönem") }
    if columns[.value] == nil { lacking.append("Değer") }
    return lacking.map {
      Diagnostic(
        .error, at: .text(file: file, line: line, column: 1), code: "missing-column",
        text: Localized("«\($0)» sütunu yok", "There is no column «\($0)»"),
        advice: Localized(
          "İlk satıra sütun başlıklarını yazın: Kod; Tarih; Değer; Not",
          "Write the headers into the first row: Kod; Tarih; Değer; Not"))
    }
  }

  /// A refusal as findings at the columns it speaks of; `isRecorded` where the period has a reading that a reason would
  /// allow to correct.
  func diagnostics(_ problem: Problem, isRecorded: Bool) -> [Diagnostic] {
    func place(_ field: Field?) -> Diagnostic.Place {
      let column = field.flatMap { columns[$0] ?? ($0 == .when ? columns[.period] : nil) } ?? columns[.code] ?? 1
      return .text(file: file, line: line, column: column)
    }
    guard !problem.fields.isEmpty else {
      let unknown = Localized("«\(code)» kodlu gösterge yok", "There is no indicator «\(code)»")
      let text = problem.kind == .notFound ? unknown : problem.message
      return [Diagnostic(.error, at: place(.code), code: "refused-row", text: text)]
    }
    return problem.fields.map { field in
      Diagnostic(
        .error, at: place(Field(rawValue: field.field)), code: "refused-field", text: field.message.droppingFullStop,
        advice: isRecorded && field.field == "when"
          ? Localized(
            "Düzeltme ise «Düzeltme gerekçesi» sütununu doldurun",
            "If it is a correction, fill in the column «Düzeltme gerekçesi»") : Localized("", ""))
    }
  }
}
