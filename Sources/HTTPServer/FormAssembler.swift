/// Puts the pieces of a form together: fields into memory, files onto disk.
struct FormAssembler {
  struct File {
    let name: String
    let fileName: String
    let contentType: String
    let file: UploadFile
  }

  private(set) var files: [File] = []
  private var names: [String] = []
  private var values: [[UInt8]] = []
  private var target = Target.field
  private var fieldBytes = 0
  /// True as long as no field has begun, not even an empty one.
  private(set) var isUntouched = true

  private enum Target {
    case field
    case file
    /// A file field left empty.
    case nothing
  }

  mutating func begin(
    _ key: UnsafePointer<CChar>?, _ fileName: UnsafePointer<CChar>?, _ contentType: UnsafePointer<CChar>?,
    _ limits: ServerLimits, _ folder: UploadFolder
  ) throws(ServerFailure) {
    guard let name = key.flatMap({ String(validatingCString: $0) }) else {
      throw ServerFailure(400, "field name is not UTF-8")
    }
    isUntouched = false
    if let fileName {
      try beginFile(name, fileName, contentType, limits, folder)
    } else {
      guard names.count < limits.fields else { throw ServerFailure(400, "too many fields") }
      try count(name.utf8.count, limits)
      names.append(name)
      values.append([])
      target = .field
    }
  }

  mutating func append(_ piece: UnsafeRawBufferPointer, _ limits: ServerLimits) throws(ServerFailure) {
    switch target {
    case .nothing: break
    case .file:
      guard let file = files.last else { return }
      try file.file.append(piece)
    case .field:
      guard let last = values.indices.last else { return }
      guard values[last].count + piece.count <= limits.fieldBytes else { throw ServerFailure(413, "field too large") }
      guard !piece.contains(0) else { throw ServerFailure(400, "NUL in a form") }
      try count(piece.count, limits)
      values[last].append(contentsOf: piece)
    }
  }

  private mutating func count(_ bytes: Int, _ limits: ServerLimits) throws(ServerFailure) {
    fieldBytes += bytes
    guard fieldBytes <= limits.memoryBytes else { throw ServerFailure(413, "form too large") }
  }

  /// Pieces may split a letter, so UTF-8 is judged at the end.
  func fields() throws(ServerFailure) -> Fields {
    var fields: [Field] = []
    for (name, value) in zip(names, values) {
      guard let text = String(validating: value, as: UTF8.self) else {
        throw ServerFailure(400, "form is not UTF-8")
      }
      fields.append(Field(name, text))
    }
    return Fields(fields)
  }

  private mutating func beginFile(
    _ name: String, _ fileName: UnsafePointer<CChar>, _ contentType: UnsafePointer<CChar>?, _ limits: ServerLimits,
    _ folder: UploadFolder
  ) throws(ServerFailure) {
    guard let given = String(validatingCString: fileName) else { throw ServerFailure(400, "file name is not UTF-8") }
    guard !given.isEmpty else {
      target = .nothing
      return
    }
    guard files.count < limits.uploads else { throw ServerFailure(400, "too many files") }
    let type = contentType.flatMap { String(validatingCString: $0) } ?? "application/octet-stream"
    let file = try folder.makeFile()
    files.append(File(name: name, fileName: FormAssembler.bareName(given), contentType: type, file: file))
    target = .file
  }

  private static func bareName(_ given: String) -> String {
    let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let printable = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    return String(String(String.UnicodeScalarView(printable)).prefix(120))
  }
}
