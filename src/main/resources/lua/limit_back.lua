-- Takes back what limit.lua counted once.
-- KEYS  1 the moment at which the whole burst may be done again, in microseconds
-- ARGV  1 now, 2 the time in which a whole burst becomes allowed again, both in microseconds, 3 the burst
local now, span = tonumber(ARGV[1]), tonumber(ARGV[2])
local whole = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])
whole = math.min(whole, now + span) - span / tonumber(ARGV[3])
if whole <= now then
  return redis.call('DEL', KEYS[1])
end
redis.call('SET', KEYS[1], string.format('%.0f', whole), 'PX', math.ceil((whole - now) / 1000) + 1)
return 1
