-- errors
CREATE TABLE IF NOT EXISTS `kite_error` (
  `id` bigint NOT NULL, `code` varchar(32), `http_status` int, `message` varchar(255), `solution` text, PRIMARY KEY (`id`)
);
INSERT INTO `kite_error` VALUES
(1, 'KTD-1001', 404, 'Kite not found', 'Look in the tree'),
(2, 'KTD-1002', 409, 'A kite can''t fly twice; (never)', NULL);
INSERT INTO kite_error (code, http_status, message) VALUES ('KTD-1003', 400, 'Wind must be > 0, not %d');
INSERT INTO kite_colour (id, name) VALUES (1, 'red'), (2, 'blue');
