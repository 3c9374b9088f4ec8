import GuvenceCore

/// Why a file was not opened, created, backed up or restored. Nothing was changed.
public enum StorageRefusal: Error, Sendable, Equatable {
  /// No file at `path`.
  case missing(path: String)
  /// A file is already at `path`, and existing files are never overwritten.
  case exists(path: String)
  /// The folder of `path` does not exist or cannot be written; SQLite keeps its log beside the file.
  case folderNotWritable(path: String)
  /// The file cannot be read, or cannot be written where writing was asked for.
  case notAccessible(path: String)
  /// The file is not a database of this program.
  case foreign(path: String)
  /// The file was written by a newer program.
  case newer(path: String, found: Int, supported: Int)
  /// The file is of an older version and was opened read-only, so that it cannot be upgraded.
  case older(path: String, found: Int, supported: Int)
  /// Another process has the file open.
  case inUse(path: String)
  /// The file does not pass its checks; `findings` says which.
  case damaged(path: String, findings: [String])
  /// The database was opened read-only.
  case readOnly

  /// The refusal in words, with what to do about it.
  public var text: Localized {
    switch self {
    case .missing(let path): Localized("Dosya bulunamadı: \(path)", "No such file: \(path)")
    case .exists(let path):
      Localized(
        "Bu adla bir dosya zaten var, üzerine yazılmaz: \(path)", "The file exists and is never overwritten: \(path)")
    case .folderNotWritable(let path):
      Localized("Dosyanın klasörüne yazılamıyor: \(path)", "The folder of the file cannot be written: \(path)")
    case .notAccessible(let path):
      Localized("Dosyayı okuma veya yazma izni yok: \(path)", "No permission to read or write the file: \(path)")
    case .foreign(let path):
      Localized("Dosya bir Güvence veritabanı değil: \(path)", "The file is not a Güvence database: \(path)")
    case .newer(let path, let found, let supported):
      Localized(
        "Dosya daha yeni bir sürümle yazılmış (dosya \(found), program \(supported)); programı güncelleyin: \(path)",
        "The file was written by a newer version (file \(found), program \(supported)); update the program: \(path)")
    case .older(let path, let found, let supported):
      Localized(
        "Dosya eski sürümden kalma (dosya \(found), program \(supported)); yükseltmek için yazılabilir açın: \(path)",
        "The file is of an older version (file \(found), program \(supported)); open it writable to upgrade: \(path)")
    case .inUse(let path):
      Localized(
        "Dosya başka bir programda açık, önce onu kapatın: \(path)", "Another program has the file open: \(path)")
    case .damaged(let path, let findings):
      Localized(
        "Dosya denetimden geçmedi: \(path)\n\(findings.joined(separator: "\n"))",
        "The file failed its checks: \(path)\n\(findings.joined(separator: "\n"))")
    case .readOnly: Localized("Veritabanı salt okunur açıldı", "The database was opened read-only")
    }
  }
}
