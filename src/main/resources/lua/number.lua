-- Gives a new instance its number, or lets it be known that a number was given. Answers the highest that was given.
-- KEYS  1 the highest number that was given
-- ARGV  1 a number that was given before; 0 to get a new one, 2 how long that is remembered, in milliseconds,
--       3 the number after which to begin where none is remembered
local highest = tonumber(redis.call('GET', KEYS[1]) or (ARGV[1] == '0' and ARGV[3]) or '0')
if ARGV[1] == '0' then
  highest = highest + 1
else
  highest = math.max(highest, tonumber(ARGV[1]))
end
redis.call('SET', KEYS[1], string.format('%.0f', highest), 'PX', ARGV[2])
return highest
