import CSQLite

/// A table whose rows the journal keeps states of, and how a row is turned into the same state again.
struct LiveTable {
  let entity: JournalEntity
  /// Number first, then `columns` in order; ordered by the number.
  let sql: String
  let columns: [String]

  static let all: [LiveTable] = [
    LiveTable(.administration, columns: AdministrationTable.columns),
    LiveTable(.unit, columns: UnitTable.columns),
    LiveTable(.risk, columns: RiskTable.columns),
    LiveTable(.assessment, columns: AssessmentTable.columns),
    LiveTable(.indicator, columns: IndicatorTable.columns, expressions: IndicatorTable.expressions),
    LiveTable(.indicatorReading, columns: ReadingTable.columns),
    LiveTable(.reviewRequest, columns: ReviewRequestTable.columns),
    LiveTable(.control, columns: ControlTable.columns),
    LiveTable(.controlLink, columns: ControlLinkTable.columns),
    LiveTable(.controlTest, columns: ControlTestTable.columns),
    LiveTable(.controlEffectChoice, columns: ControlEffectTable.columns),
    LiveTable(.evidence, columns: EvidenceTable.columns, expressions: EvidenceTable.expressions),
    LiveTable(.event, columns: EventTable.columns, expressions: EventTable.expressions),
    LiveTable(.eventLesson, columns: LessonTable.columns),
    LiveTable(.appetiteStatement, columns: AppetiteStatementTable.columns),
    LiveTable(.appetiteWithdrawal, columns: AppetiteWithdrawalTable.columns),
    LiveTable(.breachEvent, columns: BreachEventTable.columns),
    LiveTable(.concernKey, columns: ConcernKeyTable.columns, expressions: ConcernKeyTable.expressions),
    LiveTable(.concernOfficer, columns: ConcernOfficerTable.columns),
    LiveTable(.riskEstimate, columns: EstimateTable.columns),
    LiveTable(.simulationRun, columns: SimulationRunTable.columns, expressions: SimulationRunTable.expressions),
    LiveTable(.riskShare, columns: ShareTable.columns),
    LiveTable(.riskRelation, columns: RelationTable.columns),
    LiveTable(.riskOrigin, columns: OriginTable.columns),
    LiveTable(.statementDismissal, columns: DismissalTable.columns),
    LiveTable(.riskAction, columns: RiskActionTable.columns, expressions: RiskActionTable.expressions),
    LiveTable(.actionProgress, columns: ActionProgressTable.columns),
    LiveTable(.reviewOverride, columns: ReviewOverrideTable.columns),
    LiveTable(.escalationEvent, columns: EscalationEventTable.columns),
    LiveTable(.boardMeeting, columns: BoardMeetingTable.columns),
    LiveTable(.boardAgendaItem, columns: BoardAgendaTable.columns),
    LiveTable(.boardDecision, columns: BoardDecisionTable.columns),
    LiveTable(.processRecord, columns: ProcessTable.columns),
    LiveTable(.chartVersion, columns: ChartVersionTable.columns, expressions: ChartVersionTable.expressions),
    LiveTable(.chartLink, columns: ChartLinkTable.columns),
    LiveTable(.methodologyChange, columns: MethodologyChangeTable.columns),
    LiveTable(.voteSession, columns: VoteSessionTable.columns, expressions: VoteSessionTable.expressions),
    LiveTable(.voteItem, columns: VoteItemTable.columns),
    LiveTable(.voteRound, columns: VoteRoundTable.columns),
    LiveTable(.voteBallot, columns: VoteBallotTable.columns, expressions: VoteBallotTable.expressions),
    LiveTable(
      .ruleSet, columns: ["digest", "effective_on", "id", "methodology_id"],
      // Edited text gives another digest, and with it another state.
      expressions: ["sha256_hex(canonical_text)", "effective_on", "id", "methodology_id"]),
    LiveTable(
      .account,
      columns: [
        "display_name", "email", "grants", "id", "is_disabled", "login", "must_change", "password_digest", "version",
      ],
      expressions: [
        "display_name", "email",
        """
        (SELECT group_concat(role || '@' || unit_id, ' ')
         FROM (SELECT role, unit_id FROM role_grant WHERE account_id = account.id ORDER BY unit_id, role))
        """,
        "id", "is_disabled", "login", "must_change", "sha256_hex(password_hash)", "version",
      ]),
  ]

  init(_ entity: JournalEntity, columns: [String], expressions: [String]? = nil) {
    self.entity = entity
    self.columns = columns
    sql = "SELECT id, \((expressions ?? columns).joined(separator: ", ")) FROM \(entity.rawValue) ORDER BY id"
  }

  /// Walks the live rows and the journal's last states side by side.
  func check(_ connection: Connection, _ findings: inout [JournalReport.Finding]) throws {
    let buffer = ByteBuffer()
    try connection.withStatement(sql) { live in
      try connection.withStatement(LiveTable.lastStates) { last in
        try last.bind(entity.rawValue)
        var hasLive = try live.step()
        var hasLast = try last.step()
        while hasLive || hasLast {
          var row = Row(live)
          var known = Row(last)
          let liveID = hasLive ? row.integer() : .max
          let knownID = hasLast ? known.integer() : .max
          if liveID == knownID {
            write(&row, to: buffer)
            known.skip()
            if known.withBytes({ state in !buffer.equals(state) }) {
              findings.append(.changed(entity: entity, id: liveID))
            }
          } else {
            findings.append(
              liveID < knownID ? .unknown(entity: entity, id: liveID) : .vanished(entity: entity, id: knownID))
          }
          if hasLive, liveID <= knownID { hasLive = try live.step() }
          if hasLast, knownID <= liveID { hasLast = try last.step() }
        }
      }
    }
  }

  private func write(_ row: inout Row, to buffer: ByteBuffer) {
    buffer.clear()
    var sink = JSONSink(buffer)
    for column in columns { sink.column(column, of: &row) }
    sink.finish()
  }

  // With max() SQLite takes the bare column from the row that holds the maximum (sqlite.org/lang_select.html#bareagg).
  private static let lastStates = """
    SELECT entity_id, max(sequence), after FROM journal
    WHERE entity = ? AND after IS NOT NULL GROUP BY entity_id ORDER BY entity_id
    """
}

/// Columns of `risk` that follow from its assessments.
enum DerivedColumns {
  /// Risks whose derived columns disagree with their assessments, as text.
  static func recount(_ connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT format('risk %d: current assessment kept %s, found %s', risk.id, current_assessment_id, latest)
      FROM (SELECT risk.*, (SELECT id FROM assessment WHERE risk_id = risk.id
                            ORDER BY assessed_on DESC, id DESC LIMIT 1) AS latest FROM risk) AS risk
      LEFT JOIN assessment AS a ON a.id = latest
      WHERE current_assessment_id IS NOT latest
         OR current_level IS NOT coalesce(a.residual_level, a.inherent_level)
         OR current_rank IS NOT coalesce(a.residual_rank, a.inherent_rank)
         OR current_score IS NOT iif(a.residual_level IS NULL, a.inherent_score, a.residual_score)
         OR current_verdict IS NOT \(AppetiteStandingTable.verdict)
         OR risk.next_review_on IS NOT \(ReviewOverrideTable.expected)
      ORDER BY risk.id
      """
    ) { row in row.text() }
  }
}
