"""Budget tables out of and into workbooks; the only user of openpyxl and msoffcrypto."""
