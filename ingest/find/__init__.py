"""Find citing references: each module knows one family of forms, ``references`` joins them."""
