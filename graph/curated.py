"""temp"""
def known_parallels(): return {}
