def run(n):
    text = ''
    for i in range(n):
        text += 'ab'
        if text[i] == 'b':
            text += '-'
    parts = []
    for i in range(n):
        parts.append('x' + str(i))
    joined = ','.join(parts)
    return len(text), len(joined), joined.count('x1'), len(joined.split(','))


print(run(60000))
