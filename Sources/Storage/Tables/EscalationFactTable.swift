import GuvenceCore
import GuvenceRegister

/// SQL that reads what escalation judges: how every active threat stands, and what happened to it.
public enum EscalationFactTable {
  /// One active threat.
  public struct Standing: Sendable {
    /// The risk.
    public let riskID: Identifier<Risk>
    /// Its reference number.
    public let reference: String
    /// Its unit.
    public let unitID: Identifier<Unit>
    /// Id of the effective level; `nil` while not assessed.
    public let levelID: String?
    /// Rank of that level.
    public let levelRank: Int?
    /// When it is to be looked at again.
    public let nextReviewOn: Day?
    /// Digest of the methodology version it was judged by.
    public let ruleDigest: String?
  }

  /// All active threats, or one risk where `only` names it.
  public static func standings(only id: Identifier<Risk>? = nil, _ connection: Connection) throws -> [Standing] {
    try connection.query(
      """
      SELECT risk.id, risk.reference, risk.unit_id, risk.current_level, risk.current_rank, risk.next_review_on,
        rule_set.digest
      FROM risk LEFT JOIN assessment ON assessment.id = risk.current_assessment_id
      LEFT JOIN rule_set ON rule_set.id = assessment.rule_set_id
      WHERE risk.retired_on IS NULL AND risk.kind IS NULL AND (?1 IS NULL OR risk.id = ?1) ORDER BY risk.id
      """, [id.map { .integer($0.rawValue) } ?? .null]
    ) { row in
      Standing(
        riskID: row.identifier(), reference: row.text(), unitID: row.identifier(), levelID: row.optionalText(),
        levelRank: row.optionalInteger().map(Int.init), nextReviewOn: try row.optionalDay(),
        ruleDigest: row.optionalText())
    }
  }

  /// What happened, by risk: open review requests of red readings, events not closed yet, actions past
  /// their day, units a risk is shared with.
  public static func happenings(on day: Day, _ connection: Connection) throws -> [Identifier<Risk>:
    [EscalationOccasion]]
  {
    var found: [Identifier<Risk>: [EscalationOccasion]] = [:]
    try connection.each(
      """
      SELECT request.risk_id, request.id, request.reason FROM review_request AS request
      WHERE request.reading_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM assessment AS newer WHERE newer.risk_id = request.risk_id
          AND newer.origin <> 'derived' AND newer.id > coalesce(request.after_assessment_id, 0))
        AND NOT EXISTS (SELECT 1 FROM indicator_reading AS later WHERE later.supersedes_id = request.reading_id)
      ORDER BY request.id
      """
    ) { row in
      let risk: Identifier<Risk> = row.identifier()
      let key = String(row.integer())
      found[risk, default: []].append(EscalationOccasion(.redIndicator, key: key, text: row.text() + "."))
    }
    try connection.each(
      """
      SELECT event_risk.risk_id, event.code, event.occurred_on
      FROM event_risk JOIN event ON event.id = event_risk.event_id
      WHERE event.kind = 'realised' AND event.closed_on IS NULL ORDER BY event.id
      """
    ) { row in
      let risk: Identifier<Risk> = row.identifier()
      let (code, day) = (row.text(), try row.day())
      found[risk, default: []].append(
        EscalationOccasion(.realisedEvent, key: code, text: EscalationWording.realisedEvent.text(code, day.turkish)))
    }
    try connection.each(
      """
      SELECT action_risk.risk_id, risk_action.code, risk_action.due_on
      FROM action_risk JOIN risk_action ON risk_action.id = action_risk.action_id
      WHERE risk_action.ending IS NULL AND risk_action.due_on < ? ORDER BY risk_action.id
      """, [.text(day.description)]
    ) { row in
      let risk: Identifier<Risk> = row.identifier()
      let (code, due) = (row.text(), try row.day())
      found[risk, default: []].append(
        EscalationOccasion(.overdueAction, key: code, text: EscalationWording.overdueAction.text(code, due.turkish)))
    }
    try connection.each(
      """
      SELECT risk_id, group_concat(code, ', ') FROM (
        SELECT risk_share.risk_id, unit.code FROM risk_share JOIN unit ON unit.id = risk_share.unit_id
        WHERE risk_share.ended_at IS NULL ORDER BY risk_share.risk_id, unit.code)
      GROUP BY risk_id
      """
    ) { row in
      let risk: Identifier<Risk> = row.identifier()
      found[risk, default: []].append(
        EscalationOccasion(.sharedRisk, text: EscalationWording.sharedRisk.text(row.text())))
    }
    return found
  }
}
