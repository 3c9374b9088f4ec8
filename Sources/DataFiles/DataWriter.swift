import CYAML
import GuvenceCore

/// Writes values as YAML of the strict profile: block style, two blanks of indentation, long lines left alone.
/// What it writes, `DataFile` reads back to the same texts.
public enum DataWriter {
  /// The YAML text of `value`, ending in a line end.
  public static func text(_ value: DataValue) -> String {
    let emitter = YAMLEmitter()
    return emitter.text(of: value)
  }

  /// Whether `text` may stand without quotes: it starts with a letter, or is an ISO day, and no YAML version reads it
  /// as a flag or as nothing.
  static func isPlain(_ text: String) -> Bool {
    if Day(iso: text) != nil { return true }
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return !guesses.contains(TurkishText.fold(text))
  }

  private static let guesses: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]
}

/// libyaml's emitter writing into memory. One use each.
private final class YAMLEmitter {
  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private var output: [UInt8] = []

  init() {
    emitter.initialize(to: yaml_emitter_t())
    yaml_emitter_initialize(emitter)
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  func text(of value: DataValue) -> String {
    yaml_emitter_set_output(
      emitter,
      { context, bytes, count in
        guard let context, let bytes else { return 0 }
        let writer = Unmanaged<YAMLEmitter>.fromOpaque(context).takeUnretainedValue()
        writer.output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_indent(emitter, 2)
    var event = yaml_event_t()
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)
    yaml_emitter_emit(emitter, &event)
    yaml_document_start_event_initialize(&event, nil, nil, nil, 1)
    yaml_emitter_emit(emitter, &event)
    write(value)
    yaml_document_end_event_initialize(&event, 1)
    yaml_emitter_emit(emitter, &event)
    yaml_stream_end_event_initialize(&event)
    yaml_emitter_emit(emitter, &event)
    yaml_emitter_flush(emitter)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(_ value: DataValue) {
    var event = yaml_event_t()
    switch value {
    case .text(let text): scalar(text, style(text))
    case .int(let number): scalar(String(number), YAML_PLAIN_SCALAR_STYLE)
    case .decimal(let number): scalar("\(number)", YAML_PLAIN_SCALAR_STYLE)
    case .flag(let flag): scalar(flag ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
    case .list(let items):
      let layout = items.isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
      yaml_sequence_start_event_initialize(&event, nil, nil, 1, layout)
      yaml_emitter_emit(emitter, &event)
      items.forEach(write)
      yaml_sequence_end_event_initialize(&event)
      yaml_emitter_emit(emitter, &event)
    case .object(let entries):
      let layout = entries.isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
      yaml_mapping_start_event_initialize(&event, nil, nil, 1, layout)
      yaml_emitter_emit(emitter, &event)
      for entry in entries {
        scalar(entry.key, style(entry.key))
        write(entry.value)
      }
      yaml_mapping_end_event_initialize(&event)
      yaml_emitter_emit(emitter, &event)
    }
  }

  /// Double quotes keep every character; plain style is taken only where nothing could be misread.
  private func style(_ text: String) -> yaml_scalar_style_t {
    DataWriter.isPlain(text) ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  private func scalar(_ text: String, _ style: yaml_scalar_style_t) {
    var event = yaml_event_t()
    var text = text
    text.withUTF8 { bytes in
      _ = yaml_scalar_event_initialize(&event, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
    }
    yaml_emitter_emit(emitter, &event)
  }
}
