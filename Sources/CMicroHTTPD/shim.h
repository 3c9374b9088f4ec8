#pragma once
#include <microhttpd.h>

/* Swift cannot call variadic C functions; these inline functions fix the argument lists the server needs. */

struct guvence_mhd_settings {
  int listen_socket;
  int ipv6;
  unsigned int threads;
  unsigned int connection_limit;
  unsigned int connections_per_address;
  unsigned int idle_seconds;
  size_t memory_per_connection;
  const char *certificate; /* PEM; NULL for plain HTTP */
  const char *key;
  MHD_AccessHandlerCallback on_access;
  MHD_RequestCompletedCallback on_completed;
  MHD_NotifyConnectionCallback on_connection;
  void *(*on_uri)(void *context, const char *uri, struct MHD_Connection *connection);
  void *context;
};

static inline struct MHD_Daemon *guvence_mhd_start(const struct guvence_mhd_settings *s) {
  /* poll, not epoll: with epoll, 0.9.75 misses the end of a connection that comes together with half a request. */
  unsigned int flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_ITC;
  if (s->ipv6) flags |= MHD_USE_IPv6;
  struct MHD_OptionItem tls[3] = {{MHD_OPTION_END, 0, NULL}, {MHD_OPTION_END, 0, NULL}, {MHD_OPTION_END, 0, NULL}};
  if (s->certificate && s->key) {
    flags |= MHD_USE_TLS;
    tls[0] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)s->key};
    tls[1] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)s->certificate};
  }
  return MHD_start_daemon(
      flags, 0, NULL, NULL, s->on_access, s->context,
      MHD_OPTION_LISTEN_SOCKET, (MHD_socket)s->listen_socket,
      MHD_OPTION_THREAD_POOL_SIZE, s->threads,
      MHD_OPTION_CONNECTION_LIMIT, s->connection_limit,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, s->connections_per_address,
      MHD_OPTION_CONNECTION_TIMEOUT, s->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->memory_per_connection,
      MHD_OPTION_STRICT_FOR_CLIENT, (int)1,
      MHD_OPTION_NOTIFY_COMPLETED, s->on_completed, s->context,
      MHD_OPTION_NOTIFY_CONNECTION, s->on_connection, s->context,
      MHD_OPTION_URI_LOG_CALLBACK, s->on_uri, s->context,
      MHD_OPTION_ARRAY, tls,
      MHD_OPTION_END);
}

static inline void *guvence_mhd_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

static inline int guvence_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *guvence_mhd_client_address(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}

/* Starts the idle clock of a connection anew, after a handler that took long. */
static inline void guvence_mhd_restart_idle_clock(struct MHD_Connection *connection, unsigned int idle_seconds) {
  MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, 0u);
  MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, idle_seconds);
}

static inline struct MHD_Response *guvence_mhd_copied_response(size_t length, const void *bytes) {
  return MHD_create_response_from_buffer(length, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}
