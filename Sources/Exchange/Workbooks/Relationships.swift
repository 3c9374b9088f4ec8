import GuvenceCore

/// The relationships of one part: which part a relationship id leads to.
final class Relationships: XMLVisitor {
  struct Target {
    /// Last step of the relationship type: `worksheet`, `sharedStrings`.
    let kind: Substring
    /// Name of the part, resolved from the root of the container.
    let part: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: [Substring]
  private let owner: String
  private let fileName: String

  private init(owner: String, file: String) {
    (self.owner, fileName) = (owner, file)
    folder = Array(owner.split(separator: "/").dropLast())
  }

  /// Reads the relationships of `owner`, of the container itself where `owner` is empty. None where there are none.
  static func of(_ owner: String, in zip: ZipReader, _ limits: ExchangeLimits) throws -> Relationships {
    let visitor = Relationships(owner: owner, file: zip.file)
    let name = owner.split(separator: "/").last ?? ""
    let part = (visitor.folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    if zip.contains(part) { try XMLPart.parse(part, of: zip, limits, with: visitor) }
    return visitor
  }

  /// The first part of this kind.
  func first(_ kind: String) -> String? { targets.values.first { $0.kind == kind }?.part }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "Relationship", attributes.text("TargetMode") != "External", let id = attributes.text("Id"),
      let type = attributes.text("Type"), let target = attributes.text("Target")
    else { return }
    // Styles and texts are what the reader needs; a sheet may have many links, which are not followed.
    let kind = type.split(separator: "/").last ?? ""
    targets[id] = Target(kind: kind, part: try resolve(target))
  }

  private func resolve(_ target: String) throws -> String {
    var steps = target.utf8.first == 0x2F ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        throw ExchangeRefusal.unsafeName(fileName, target)
      }
    }
    return steps.joined(separator: "/")
  }
}
