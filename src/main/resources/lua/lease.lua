-- Takes a lease, or prolongs the own one. Answers its fence, 0 if somebody else holds it. To take it twice changes nothing but the time.
-- KEYS  1 who holds it, 2 the last fence
-- ARGV  1 who asks, 2 for how many milliseconds, 3 now in milliseconds: a fence is never less, so that it grows also where Redis was emptied
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return 0
end
local fence = tonumber(redis.call('GET', KEYS[2]) or '0')
if not holder then
  fence = math.max(fence + 1, tonumber(ARGV[3]))
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', 86400000 + ARGV[2])
return fence
