-- Tells of a small row: keeps it as it is now and puts it into the stream of changes, unless it is known already or a newer state of it is.
-- Answers 1 if it was news, otherwise 0.
-- KEYS  1 the stream of changes, 2 the rows as they are now
-- ARGV  1 which row, 2 its rank: of two states the one with the higher rank is newer, 3 the row, 4 who tells it,
--       5 how many changes are kept, about, 6 how long all is kept, in milliseconds
local known = redis.call('HGET', KEYS[2], ARGV[1])
if known then
  local space = string.find(known, ' ', 1, true)
  if tonumber(string.sub(known, 1, space - 1)) > tonumber(ARGV[2]) or string.sub(known, space + 1) == ARGV[3] then
    return 0
  end
end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], '*', 'row', ARGV[3], 'by', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return 1
