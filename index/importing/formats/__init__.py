"""Document readers: one small module a format, each turning a text or bytes into a `Page`; `register` names them all."""
