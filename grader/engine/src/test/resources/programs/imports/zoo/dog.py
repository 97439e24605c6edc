SOUND = 'woof'
