-- Gives a new instance its number, or lets it be known that a number was given. Answers the number; 0 if none of those tried is free.
-- KEYS  1 the numbers that were given
-- ARGV  1 how long they are remembered, in milliseconds, 2 a number that was given before; 0 to get a new one, 3… numbers to try
local given = 0
if ARGV[2] ~= '0' then
  redis.call('SADD', KEYS[1], ARGV[2])
  given = tonumber(ARGV[2])
end
for i = 3, #ARGV do
  if given == 0 and redis.call('SADD', KEYS[1], ARGV[i]) == 1 then
    given = tonumber(ARGV[i])
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return given
