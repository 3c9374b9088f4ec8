import CMicroHTTPD

// The four doors through which libmicrohttpd calls in. They only turn pointers into objects.

let onAddress:
  @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer? = {
    context, address, _ in
    guard let context, let address else { return nil }
    let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    return Unmanaged.passRetained(core.makeRequest(rawAddress: String(cString: address))).toOpaque()
  }

let onAccess: MHD_AccessHandlerCallback = { context, connection, url, method, _, data, size, request in
  guard let context, let url, let method, let size, let pointer = request?.pointee else { return .NO }
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  let pending = Unmanaged<PendingRequest>.fromOpaque(pointer).takeUnretainedValue()
  let piece = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size.pointee)
  size.pointee = 0
  return core.advance(pending, connection, method: method, url: url, piece: piece)
}

let onCompleted: MHD_RequestCompletedCallback = { context, connection, request, _ in
  guard let context, let request, let pointer = request.pointee else { return }
  request.pointee = nil
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  core.complete(Unmanaged<PendingRequest>.fromOpaque(pointer).takeRetainedValue(), connection)
}

let onConnection: MHD_NotifyConnectionCallback = { context, connection, socketContext, code in
  guard let context, let socketContext else { return }
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  switch code {
  case .CONNECTION_NOTIFY_STARTED:
    let opened = Connection(descriptor: guvence_mhd_socket(connection))
    core.connections.insert(opened)
    socketContext.pointee = Unmanaged.passRetained(opened).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let pointer = socketContext.pointee else { return }
    socketContext.pointee = nil
    core.connections.remove(Unmanaged<Connection>.fromOpaque(pointer).takeRetainedValue())
  default: break
  }
}
