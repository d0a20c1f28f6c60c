"""The wordings in which libraries, tools and services report errors, one small module each; `table` names them all."""
