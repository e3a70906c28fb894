-- Changes the version of a part without a notice: whoever remembers callers of it reads them again.
-- KEYS  1 the version
-- ARGV  1 after how many milliseconds it is forgotten
local version = redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return version
