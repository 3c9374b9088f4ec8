// GuvenceHTTPServer: see ARCHITECTURE.md for what belongs here.
