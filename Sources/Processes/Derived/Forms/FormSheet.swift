import GuvenceCore
import GuvenceMarkup

/// One sheet of paper with the head and the foot of the form around its content. Looks come from `reports/forms.css`.
struct FormSheet {
  let header: FormHeader
  let title: String
  let paper: FormPaper
  let language: Language
  /// Digest of the chart's version.
  let digest: String

  private func say(_ turkish: String, _ english: String) -> String { Localized(turkish, english)(language) }

  /// Sheet `number` of `count`.
  func page(_ number: Int, of count: Int, @MarkupBuilder content: () -> Node) -> Node {
    let content = content()
    return section(
      .class("form-sheet form-\(paper.rawValue)"), .lang(language.rawValue),
      .aria("label", "\(title), \(say("sayfa", "page")) \(number)/\(count)")
    ) {
      head(number, count)
      div(.class("form-body")) { content }
      foot()
    }
  }

  /// The head; without the number of the sheet where `number` is nil.
  func head(_ number: Int?, _ count: Int) -> Node {
    GuvenceMarkup.header(.class("form-head")) {
      div(.class("form-owner")) {
        p(header.administration, .class("form-administration"))
        p(header.unit)
        if !header.unitCode.isEmpty { p("\(say("Birim kodu", "Unit code")): \(header.unitCode)") }
      }
      div(.class("form-title")) {
        p(title)
        if !header.state.isEmpty { p(header.state, .class("form-state")) }
      }
      dl(.class("form-facts")) {
        fact(say("Doküman no", "Document no"), header.documentNumber)
        fact(say("İlk yayın", "First issue"), header.firstIssue?.turkish ?? "")
        fact(say("Revizyon no", "Revision no"), header.revision)
        fact(say("Revizyon tarihi", "Revised on"), header.revisionDay?.turkish ?? "")
        if let number { fact(say("Sayfa", "Page"), "\(number)/\(count)") }
      }
    }
  }

  private func fact(_ label: String, _ value: String) -> Node {
    div {
      dt(label)
      dd(value.isEmpty ? "–" : value)
    }
  }

  /// The signatures, and under them what tells this print from others.
  func foot() -> Node {
    GuvenceMarkup.footer(.class("form-foot")) {
      div(.class("form-signatures")) {
        signatory(say("Hazırlayan", "Prepared by"), header.prepared)
        signatory(say("Kontrol eden", "Checked by"), header.checked)
        signatory(say("Onaylayan", "Approved by"), header.approved)
      }
      p(.class("form-note")) {
        [
          header.formNumber.isEmpty ? "" : "\(say("Form no", "Form no")): \(header.formNumber)", header.note,
          "\(say("Şema özeti", "Digest of the chart")): \(digest)",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
      }
    }
  }

  private func signatory(_ part: String, _ person: FormHeader.Signatory) -> Node {
    div {
      p(part, .class("form-part"))
      p(person.name.isEmpty ? say("Adı soyadı:", "Name:") : person.name)
      p(person.title.isEmpty ? say("Unvanı:", "Title:") : person.title)
      p("\(say("Tarih ve imza", "Date and signature")): \(person.day?.turkish ?? "")")
    }
  }
}

/// The paper of a form; sheets have margins of 10 mm.
public enum FormPaper: String, Sendable, CaseIterable {
  /// 210 × 297 mm, standing.
  case a4Portrait = "a4-portrait"
  /// 297 × 210 mm, lying.
  case a4Landscape = "a4-landscape"
  /// 420 × 297 mm, lying.
  case a3Landscape = "a3-landscape"

  /// Room for the content in pixels of 1/96 inch, inside margins, head and foot.
  var room: (width: Int, height: Int) {
    switch self {
    case .a4Portrait: (718, 1047 - 196)
    case .a4Landscape: (1047, 718 - 196)
    case .a3Landscape: (1512, 1047 - 196)
    }
  }
}
