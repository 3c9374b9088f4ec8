import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The parts of a risk's page on wording, sharing, relations and origin.
struct RiskIdentificationView: View {
  let frame: Frame
  let risk: RiskPage
  /// Whether a past day is shown, on which nothing can be done.
  let isPast: Bool
  /// A form that was refused: `share`, `relate` or `dismiss`.
  var refused: (form: String, state: FormState)?

  private var part: RiskIdentification { risk.identification }
  private var reference: String { risk.row.risk.reference }
  private var mayEdit: Bool { risk.permissions.contains(.edit) && !isPast }

  /// Who leads, where another unit does.
  var lead: Node {
    guard let code = part.leadUnitCode else { return .empty }
    return p(.class("warning")) {
      t(Text.Identification.leadHint)
      " "
      strong(risk.row.unitName.isEmpty ? code : risk.row.unitName)
    }
  }

  /// What the checks find in the statement.
  var wording: Node {
    guard !part.remarks.isEmpty else { return .empty }
    return section(.class("remarks-part")) {
      h2(t(Text.Identification.wording))
      ul(.class("remarks")) { .fragment(part.remarks.map(remark)) }
    }
  }

  private func remark(_ remark: StatementRemark) -> Node {
    let check = remark.finding.check
    return li(.class(remark.dismissal == nil ? nil : "dismissed")) {
      StatementRemarks.StatementRemark(frame: frame, finding: remark.finding).node
      if let dismissal = remark.dismissal {
        p(.class("small")) {
          "\(t(Text.Identification.dismissed)): \(dismissal.reason) — \(dismissal.recorded.by), "
          momentNode(dismissal.recorded.at)
        }
      } else if mayEdit {
        let isRefused = refused?.form == "dismiss" && refused?.state.values["check"] == check.id
        let state = isRefused ? refused?.state ?? FormState() : FormState()
        details(.class("more"), .open(isRefused)) {
          summary(t(Text.Identification.dismiss))
          form(.method("post"), .action(Route.identification(.dismiss(reference)).path), .class("inline")) {
            token
            hiddenField("check", check.id)
            textField(
              "reason", Text.Identification.dismissReason, in: state, id: isRefused ? nil : "dismiss-\(check.id)")
            button(t(Text.Identification.dismiss), .type("submit"))
          }
        }
      }
    }
  }

  /// The catalogue entry the risk was adopted from.
  var origin: Node {
    guard let line = part.origin else { return .empty }
    return p(.class("origin")) {
      strong(t(Text.Identification.origin) + ": ")
      code(line.origin.entry)
      " (\(t(Text.Identification.edition)) "
      code(String(line.origin.digest.prefix(12)))
      "), \(t(Text.Identification.originNote)) — "
      dayNode(line.origin.recorded.at.dayInIstanbul)
      if !line.origin.isVerified {
        " "
        span(t(Text.Common.unverified), .class("mark"), .title(t(Text.Common.unverifiedHint)))
      }
      switch line.state {
      case .same: .empty
      case .changed(let fields): span(" \(t(Text.Identification.originChanged)): \(fields.joined(separator: ", ")).")
      case .gone: span(" \(t(Text.Identification.originGone)).")
      }
    }
  }

  /// Units that share the risk.
  var sharing: Node {
    guard !part.shares.isEmpty || !part.otherUnits.isEmpty else { return .empty }
    return section {
      h2(.id("shares")) { t(Text.Identification.shared) }
      if part.shares.isEmpty {
        p(t(Text.Identification.notShared), .class("muted"))
      } else {
        ul(.class("plain")) { .fragment(part.shares.map(share)) }
      }
      if !part.otherUnits.isEmpty, !isPast { shareForm }
    }
  }

  private func share(_ line: ShareLine) -> Node {
    li {
      strong("\(line.unitName) (\(line.unitCode))")
      " — \(line.share.reason) · \(t(Text.Identification.since)): "
      dayNode(line.share.recorded.at.dayInIstanbul)
      if !part.otherUnits.isEmpty, !isPast {
        form(.method("post"), .action(Route.identification(.unshare(reference)).path), .class("inline")) {
          token
          hiddenField("unit", line.unitCode)
          button(
            t(Text.Identification.unshare), .type("submit"),
            .aria("label", "\(t(Text.Identification.unshare)): \(line.unitName)"))
        }
      }
    }
  }

  private var shareForm: Node {
    let isRefused = refused?.form == "share"
    let state = isRefused ? refused?.state ?? FormState() : FormState()
    return details(.class("more"), .open(isRefused)) {
      summary(t(Text.Identification.share))
      form(.method("post"), .action(Route.identification(.share(reference)).path), .novalidate()) {
        token
        choice(
          "unit", Text.Identification.shareWith, in: state, empty: Text.Common.choose,
          options: UnitOptions(frame: frame, units: part.otherUnits).open, id: isRefused ? nil : "share-unit")
        textField(
          "reason", Text.Identification.shareReason, in: state, isRequired: true,
          id: isRefused ? nil : "share-reason")
        button(t(Text.Identification.share), .type("submit"))
      }
    }
  }

  /// Relations drawn and as a table, with the form that makes one.
  var relations: Node {
    guard !part.relations.relations.isEmpty || mayEdit else { return .empty }
    return section {
      h2(.id("relations")) { t(Text.Identification.relations) }
      if part.relations.relations.isEmpty { p(t(Text.Identification.noRelations), .class("muted")) }
      RelationGraph(frame: frame, map: part.relations, centre: risk.row.risk.id, end: end).node
      if !isPast, !part.relations.relations.isEmpty, part.leadUnitCode == nil {
        p(.class("no-print")) {
          a(t(Text.Identification.whole), .href(Route.identification(.relations(unit: risk.row.unitCode)).path))
        }
      }
      if mayEdit { relateForm }
    }
  }

  private func end(_ relation: RiskRelation) -> Node {
    guard mayEdit, relation.fromID == risk.row.risk.id, let other = part.relations.node(relation.toID) else {
      return .empty
    }
    return form(.method("post"), .action(Route.identification(.unrelate(reference)).path), .class("inline")) {
      token
      hiddenField("other", other.reference)
      button(
        t(Text.Identification.unrelate), .type("submit"),
        .aria("label", "\(t(Text.Identification.unrelate)): \(other.reference)"))
    }
  }

  private var relateForm: Node {
    let isRefused = refused?.form == "relate"
    let state = isRefused ? refused?.state ?? FormState() : FormState()
    return details(.class("more"), .open(isRefused)) {
      summary(t(Text.Identification.relate))
      form(.method("post"), .action(Route.identification(.relate(reference)).path), .novalidate()) {
        token
        choice(
          "kind", Text.Identification.relation, in: state, isShort: true,
          options: RelationKind.allCases.map { ($0.rawValue, "\(reference) … \(t($0.name))") },
          id: isRefused ? nil : "relate-kind")
        textField(
          "other", Text.Identification.relateTo, in: state, isShort: true, isRequired: true,
          id: isRefused ? nil : "relate-other")
        textField("note", Text.RiskForm.notes, in: state, id: isRefused ? nil : "relate-note")
        button(t(Text.Identification.relate), .type("submit"))
      }
    }
  }
}
