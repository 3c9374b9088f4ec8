import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// How many rows there are, which are shown, and links to the others.
struct RegisterPages: View {
  let frame: Frame
  let page: RegisterPage

  /// `41 riskten 1–41 arası`.
  var summary: String {
    let first = (page.query.page - 1) * page.query.pageSize + 1
    let last = first + page.rows.count - 1
    return language == .turkish
      ? "\(count(page.total)) risk, \(count(first))–\(count(last)) arası gösteriliyor"
      : "\(count(page.total)) risks, showing \(count(first))–\(count(last))"
  }

  /// Links to the pages around this one.
  var node: Node {
    guard pageCount > 1 else { return .empty }
    return nav(.class("pages"), .aria("label", t(Text.Register.pages))) {
      ul {
        if current > 1 { li { a("‹ " + t(Text.Register.previous), .href(address(current - 1)), .rel("prev")) } }
        for number in shown {
          if number == 0 {
            li { span("…") }
          } else if number == current {
            li { span(count(number), .aria("current", "page")) }
          } else {
            li { a(count(number), .href(address(number))) }
          }
        }
        if current < pageCount { li { a(t(Text.Register.next) + " ›", .href(address(current + 1)), .rel("next")) } }
      }
    }
  }

  private var current: Int { page.query.page }
  private var pageCount: Int { (page.total + page.query.pageSize - 1) / page.query.pageSize }

  /// Page numbers; 0 stands for a gap.
  private var shown: [Int] {
    var numbers: [Int] = []
    for number in 1...max(1, pageCount) {
      if number == 1 || number == pageCount || abs(number - current) <= 2 {
        numbers.append(number)
      } else if numbers.last != 0 {
        numbers.append(0)
      }
    }
    return numbers
  }

  private func address(_ number: Int) -> String {
    var query = page.query
    query.page = number
    return Route.register(query).path
  }
}

/// A choice of units, indented as the tree is.
struct UnitOptions: View {
  let frame: Frame
  let units: [UnitLine]

  /// A select named `unit`, with the choice of all units first.
  func select(chosen: String?, name: String = "unit") -> Node {
    GuvenceMarkup.select(.id(name), .name(name)) {
      option(t(Text.Common.allUnits), .value(""))
      for line in units {
        option(label(line), .value(line.unit.code), .selected(line.unit.code == chosen))
      }
    }
  }

  /// Value and text of each unit that is open, for a form.
  var open: [(value: String, text: String)] {
    units.filter { $0.unit.retiredOn == nil }.map { ($0.unit.code, label($0)) }
  }

  private func label(_ line: UnitLine) -> String {
    String(repeating: "\u{2003}", count: line.depth) + line.unit.name + " (" + line.unit.code + ")"
  }
}
