import GuvenceCore

/// What the program's exit code means; printed by `guvence help`.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done.
  case done = 0
  /// Done, and something was found that asks for attention (check, rules stale, rules test, db verify).
  case findings = 1
  /// The words of the command are off.
  case usage = 2
  /// Refused: not found, not allowed, not valid, or changed in between. Nothing was written.
  case refused = 3
  /// A data file or an imported file is wrong. Nothing was written.
  case badFile = 4
  /// Disk, database or program failed.
  case fault = 5

  var meaning: Localized {
    switch self {
    case .done: Localized("tamamlandı", "done")
    case .findings: Localized("tamamlandı, ilgilenilmesi gereken bulgular var", "done, with findings to look at")
    case .usage: Localized("komut yanlış yazılmış", "the command is mistyped")
    case .refused:
      Localized(
        "reddedildi (kayıt yok, yetki yok veya değer geçersiz), hiçbir şey yazılmadı",
        "refused (not found, not allowed or not valid), nothing was written")
    case .badFile: Localized("dosya hatalı, hiçbir şey yazılmadı", "a file is wrong, nothing was written")
    case .fault: Localized("disk, veri tabanı veya program hatası", "disk, database or program failure")
    }
  }
}
