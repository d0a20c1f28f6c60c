<?php
return [
    // kites
    40001 => 'The kite is not yours',
    40013 => 'The string is missing',
    '45009' => 'Too many kites: limit exceeded',
];
