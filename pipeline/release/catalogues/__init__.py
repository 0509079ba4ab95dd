"""The package as other catalogues describe data, each file made by the library of its standard."""
