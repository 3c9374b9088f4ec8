/// `workbook.xml`: the tabs in order, and the date system.
final class WorkbookPart: XMLVisitor {
  struct Tab {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  private(set) var tabs: [Tab] = []
  /// Days are counted from 01.01.1904 rather than from 1900.
  private(set) var usesDatesFrom1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if depth == 2, name == "workbookPr" {
      usesDatesFrom1904 = attributes.flag("date1904")
    } else if depth == 3, name == "sheet", let title = attributes.text("name"), let id = attributes.prefixed("id") {
      let state = attributes.text("state")
      let isHidden = state == "hidden" || state == "veryHidden"
      tabs.append(Tab(name: TextCleaning.clean(title), isHidden: isHidden, relationship: id))
    }
  }
}
