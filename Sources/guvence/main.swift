print("guvence")
