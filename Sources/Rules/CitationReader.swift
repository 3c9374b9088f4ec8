import GuvenceCore
import GuvenceDataFiles

extension ObjectReader {
  /// The keys `source`, `section`, `checked`, `verified` of a rule or of a part of one. `verified: true` needs `checked`.
  func citation() -> Citation? {
    let (source, section) = (text("source"), optionalText("section"))
    let (checked, verified) = (optionalDay("checked"), flag("verified"))
    guard let source, let verified else { return nil }
    if verified, checked == nil {
      report(
        "verified", code: "missing-key", message: "what is verified needs the day it was checked",
        remedy: "add checked: YYYY-MM-DD, or write verified: false")
      return nil
    }
    return Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
  }

  /// The citation of a part, or `parent` where the part does not name its own source.
  func citation(orOf parent: Citation?) -> Citation? {
    let keys = ["source", "section", "checked", "verified"]
    return keys.filter(has).isEmpty ? parent : citation()
  }
}
